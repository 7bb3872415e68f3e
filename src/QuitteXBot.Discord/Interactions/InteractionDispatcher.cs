using Microsoft.Extensions.Logging;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Interactions;

/// <summary>
/// Sees to it that every interaction is answered once and in time: at once where the answer is ready, else put off before the deadline and
/// edited when it is. A handler that fails leaves a message with a reference that the log has too.
/// </summary>
internal sealed partial class InteractionDispatcher(
    InteractionRouter router, TimeProvider time, ILogger<InteractionDispatcher> log)
{
    /// <summary>How long a handler may take before the answer is put off; leaves the rest of the 3 s to the network and its retries.</summary>
    public static readonly TimeSpan PutOffAfter = TimeSpan.FromMilliseconds(1_200);

    /// <summary>How long a handler may take when its answer cannot be put off.</summary>
    public static readonly TimeSpan LongestUndeferred = TimeSpan.FromMilliseconds(2_300);

    private static readonly TimeSpan NetworkMargin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan OvertakingPause = TimeSpan.FromMilliseconds(200);
    private const int OvertakingTries = 4;
    private readonly RecentIds recent = new();

    /// <summary>Never throws but for cancellation.</summary>
    public async Task HandleAsync(Interaction interaction, IInteractionChannel channel, CancellationToken cancellationToken)
    {
        if (!recent.TryAdd(interaction.Id))
        {
            Log.Twice(log, interaction.Id);
            return;
        }

        var deadline = time.GetUtcNow() + DiscordLimits.FirstAnswer - NetworkMargin;
        var plan = router.Plan(interaction);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = RunAsync(plan, interaction, either.Token);
        var isReady = await IsReadyWithinAsync(work, plan.Deferral == Deferral.None ? LongestUndeferred : PutOffAfter, cancellationToken).ConfigureAwait(false);
        if (isReady && !CarriesFile(await work.ConfigureAwait(false)))
        {
            await AnswerAsync(interaction, channel, await work.ConfigureAwait(false), deadline, cancellationToken).ConfigureAwait(false);
        }
        else if (plan.Deferral == Deferral.None)
        {
            await either.CancelAsync().ConfigureAwait(false);
            var late = interaction.Type == InteractionType.Autocomplete ? new Suggestions([]) : InteractionRouter.Failure(interaction, NewReference(interaction, null));
            await AnswerAsync(interaction, channel, late, deadline, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            using var tooLong = new CancellationTokenSource(DiscordLimits.TokenLife - TimeSpan.FromMinutes(1), time);
            using var registration = tooLong.Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), either);
            await PutOffAsync(interaction, channel, plan, work, deadline, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A file comes with an edit, whichever way the first answer takes.</summary>
    private static bool CarriesFile(InteractionAnswer answer) => answer is NewMessage { Message.File: not null } or UpdatedMessage { Message.File: not null };

    private async Task<bool> IsReadyWithinAsync(Task work, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (work.IsCompleted)
            return true;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(work, Task.Delay(patience, time, enough.Token)).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
        return first == work;
    }

    private async Task<InteractionAnswer> RunAsync(InteractionPlan plan, Interaction interaction, CancellationToken cancellationToken)
    {
        try
        {
            return await plan.Work(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a handler's bug throws, the user is told and the log has it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return interaction.Type == InteractionType.Autocomplete && fault is OperationCanceledException
                ? new Suggestions([])
                : InteractionRouter.Failure(interaction, NewReference(interaction, fault));
        }
    }

    private string NewReference(Interaction interaction, Exception? fault)
    {
        var reference = Convert.ToHexStringLower(BitConverter.GetBytes(Random.Shared.Next()));
        Log.HandlerFailed(log, fault, reference, interaction.Type, interaction.Command);
        return reference;
    }

    private async Task AnswerAsync(
        Interaction interaction, IInteractionChannel channel, InteractionAnswer answer, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var result = await channel.RespondAsync(answer, deadline, cancellationToken).ConfigureAwait(false);
        if (Succeeded(result, "Answering", interaction) && answer is DeletedMessage)
            await DeleteOriginalAsync(interaction, channel, cancellationToken).ConfigureAwait(false);
        await FollowUpdatesAsync(interaction, channel, answer, inOriginal: true, cancellationToken).ConfigureAwait(false);
    }

    private async Task PutOffAsync(
        Interaction interaction,
        IInteractionChannel channel,
        InteractionPlan plan,
        Task<InteractionAnswer> work,
        DateTimeOffset deadline,
        CancellationToken cancellationToken)
    {
        var result = await channel.PutOffAsync(plan.Deferral, plan.Ephemeral, deadline, cancellationToken).ConfigureAwait(false);
        if (!Succeeded(result, "Putting off", interaction))
            return;
        if (!work.IsCompleted)
            Log.PutOff(log, interaction.Id, interaction.Command);
        var answer = await work.ConfigureAwait(false) is var made && made is OpenedModal { Otherwise: var otherwise } ? otherwise : made;
        var inOriginal = await GiveAsync(interaction, channel, plan, answer, cancellationToken).ConfigureAwait(false);
        await FollowUpdatesAsync(interaction, channel, answer, inOriginal, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the answer that was put off.</summary>
    /// <returns>Whether it stands where it was announced, rather than behind it.</returns>
    private async Task<bool> GiveAsync(
        Interaction interaction, IInteractionChannel channel, InteractionPlan plan, InteractionAnswer answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case NewMessage { Message: { Ephemeral: true } secret } when plan is { Ephemeral: false, Deferral: Deferral.NewMessage }:
                // What was put off for all to see cannot become private any more: the place is given a remark, and the answer goes apart.
                await EditOriginalAsync(interaction, channel, InteractionRouter.OnlyForYou(interaction), cancellationToken).ConfigureAwait(false);
                await FollowUpAsync(interaction, channel, secret, cancellationToken).ConfigureAwait(false);
                return false;
            case NewMessage made when plan.Deferral == Deferral.Update:
                await FollowUpAsync(interaction, channel, made.Message, cancellationToken).ConfigureAwait(false);
                return false;
            case NewMessage made:
                await EditOriginalAsync(interaction, channel, made.Message, cancellationToken).ConfigureAwait(false);
                return true;
            case UpdatedMessage made:
                await EditOriginalAsync(interaction, channel, made.Message, cancellationToken).ConfigureAwait(false);
                return true;
            case DeletedMessage:
                await DeleteOriginalAsync(interaction, channel, cancellationToken).ConfigureAwait(false);
                return true;
            default:
                return true;
        }
    }

    /// <summary>Shows how the work goes on, for as long as the token lives. What stands behind the first answer gets the end of it alone, as one more message.</summary>
    private async Task FollowUpdatesAsync(
        Interaction interaction, IInteractionChannel channel, InteractionAnswer answer, bool inOriginal, CancellationToken cancellationToken)
    {
        if (answer.Updates is not { } updates)
            return;
        var end = EndOf(interaction);
        OutgoingMessage? last = null;
        try
        {
            await new UpdatePump(time).RunAsync(
                updates,
                message =>
                {
                    last = message;
                    return inOriginal && time.GetUtcNow() < end ? EditOriginalAsync(interaction, channel, message, cancellationToken) : Task.CompletedTask;
                },
                cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the work's bug throws, the user is told and the log has it.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            if (InteractionRouter.Failure(interaction, NewReference(interaction, fault)) is NewMessage failure)
                await FollowUpAsync(interaction, channel, failure.Message, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (!inOriginal && last is not null && time.GetUtcNow() < end)
            await FollowUpAsync(interaction, channel, last, cancellationToken).ConfigureAwait(false);
    }

    private async Task EditOriginalAsync(Interaction interaction, IInteractionChannel channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var result = await SendBehindAnswerAsync(() => channel.EditAsync(message, EndOf(interaction), cancellationToken), time, cancellationToken).ConfigureAwait(false);
        Succeeded(result, "Editing the answer", interaction);
    }

    private async Task DeleteOriginalAsync(Interaction interaction, IInteractionChannel channel, CancellationToken cancellationToken)
    {
        var result = await SendBehindAnswerAsync(() => channel.DeleteAsync(EndOf(interaction), cancellationToken), time, cancellationToken).ConfigureAwait(false);
        if (result.Failure is not { Code: DiscordErrors.UnknownMessage })
            Succeeded(result, "Deleting the answer", interaction);
    }

    private async Task FollowUpAsync(Interaction interaction, IInteractionChannel channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var result = await SendBehindAnswerAsync(() => channel.FollowUpAsync(message, EndOf(interaction), cancellationToken), time, cancellationToken).ConfigureAwait(false);
        Succeeded(result, "Following up", interaction);
    }

    /// <summary>Over HTTP, what comes behind the first answer may overtake it; Discord does not know the token then, and has done nothing.</summary>
    internal static async Task<RestResult> SendBehindAnswerAsync(Func<Task<RestResult>> send, TimeProvider time, CancellationToken cancellationToken)
    {
        var result = await send().ConfigureAwait(false);
        for (var number = 1; number <= OvertakingTries && result.Failure is { Code: DiscordErrors.UnknownWebhook }; number++)
        {
            await Task.Delay(OvertakingPause * number, time, cancellationToken).ConfigureAwait(false);
            result = await send().ConfigureAwait(false);
        }

        return result;
    }

    private bool Succeeded(RestResult result, string what, Interaction interaction)
    {
        if (result.IsSuccess)
            return true;
        Log.NotDelivered(log, interaction.Id, result.Failure.ToError(what).Message);
        return false;
    }

    private DateTimeOffset EndOf(Interaction interaction) =>
        Snowflake.TimeOf(interaction.Id) is var begun && (time.GetUtcNow() - begun).Duration() < DiscordLimits.TokenLife
            ? begun + DiscordLimits.TokenLife
            : time.GetUtcNow() + DiscordLimits.TokenLife;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Discord: interaction {Id} was delivered again and is not answered twice")]
        public static partial void Twice(ILogger log, ulong id);

        [LoggerMessage(LogLevel.Debug, "Discord: interaction {Id} ({Command}) takes long and was put off")]
        public static partial void PutOff(ILogger log, ulong id, string command);

        [LoggerMessage(LogLevel.Error, "Discord: reference {Reference}: the answer to a {Type} ({Command}) failed")]
        public static partial void HandlerFailed(ILogger log, Exception? fault, string reference, InteractionType type, string command);

        [LoggerMessage(LogLevel.Error, "Discord: interaction {Id} is not answered. {Why}")]
        public static partial void NotDelivered(ILogger log, ulong id, string why);
    }
}

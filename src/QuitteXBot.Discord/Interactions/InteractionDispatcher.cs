using Microsoft.Extensions.Logging;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Interactions;

/// <summary>
/// Sees to it that every interaction is answered once and in time: at once where the answer is ready, else put off before the deadline and
/// edited when it is. A handler that fails leaves a message with a reference that the log has too.
/// </summary>
internal sealed partial class InteractionDispatcher(
    InteractionRouter router, IDiscordRest rest, TimeProvider time, ILogger<InteractionDispatcher> log)
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
        if (await IsReadyWithinAsync(work, plan.Deferral == Deferral.None ? LongestUndeferred : PutOffAfter, cancellationToken).ConfigureAwait(false))
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
        var result = await channel.RespondAsync(ResponseWriter.WriteAnswer(answer), deadline, cancellationToken).ConfigureAwait(false);
        if (Succeeded(result, "Answering", interaction) && answer is DeletedMessage)
            await DeleteOriginalAsync(interaction, cancellationToken).ConfigureAwait(false);
    }

    private async Task PutOffAsync(
        Interaction interaction,
        IInteractionChannel channel,
        InteractionPlan plan,
        Task<InteractionAnswer> work,
        DateTimeOffset deadline,
        CancellationToken cancellationToken)
    {
        var result = await channel.RespondAsync(ResponseWriter.WriteDeferral(plan.Deferral, plan.Ephemeral), deadline, cancellationToken).ConfigureAwait(false);
        if (!Succeeded(result, "Putting off", interaction))
            return;
        Log.PutOff(log, interaction.Id, interaction.Command);
        switch (await work.ConfigureAwait(false))
        {
            case NewMessage { Message: { Ephemeral: true } secret } when plan is { Ephemeral: false, Deferral: Deferral.NewMessage }:
                // What was put off for all to see cannot become private any more: the place is given a remark, and the answer goes apart.
                await EditOriginalAsync(interaction, InteractionRouter.OnlyForYou(interaction), cancellationToken).ConfigureAwait(false);
                await FollowUpAsync(interaction, secret, cancellationToken).ConfigureAwait(false);
                break;
            case NewMessage made when plan.Deferral == Deferral.Update:
                await FollowUpAsync(interaction, made.Message, cancellationToken).ConfigureAwait(false);
                break;
            case NewMessage made:
                await EditOriginalAsync(interaction, made.Message, cancellationToken).ConfigureAwait(false);
                break;
            case UpdatedMessage made:
                await EditOriginalAsync(interaction, made.Message, cancellationToken).ConfigureAwait(false);
                break;
            case DeletedMessage:
                await DeleteOriginalAsync(interaction, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task EditOriginalAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var request = new DiscordRequest
        {
            Method = HttpMethod.Patch,
            Path = OriginalOf(interaction),
            Body = MessageWriter.Body(message),
            Repeatable = true,
            Deadline = EndOf(interaction),
        };
        var result = await SendBehindAnswerAsync(request, cancellationToken).ConfigureAwait(false);
        Succeeded(result, "Editing the answer", interaction);
    }

    private async Task DeleteOriginalAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var request = new DiscordRequest { Method = HttpMethod.Delete, Path = OriginalOf(interaction), Repeatable = true, Deadline = EndOf(interaction) };
        var result = await SendBehindAnswerAsync(request, cancellationToken).ConfigureAwait(false);
        if (result.Failure is not { Code: DiscordErrors.UnknownMessage })
            Succeeded(result, "Deleting the answer", interaction);
    }

    private async Task FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var request = new DiscordRequest
        {
            Method = HttpMethod.Post,
            Path = $"webhooks/{Snowflake.Write(interaction.ApplicationId)}/{Uri.EscapeDataString(interaction.Token)}",
            Body = MessageWriter.Body(message),
            Deadline = EndOf(interaction),
        };
        Succeeded(await SendBehindAnswerAsync(request, cancellationToken).ConfigureAwait(false), "Following up", interaction);
    }

    /// <summary>Over HTTP, what comes behind the first answer may overtake it; Discord does not know the token then, and has done nothing.</summary>
    private async Task<RestResult> SendBehindAnswerAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        var result = await rest.SendAsync(request, cancellationToken).ConfigureAwait(false);
        for (var number = 1; number <= OvertakingTries && result.Failure is { Code: DiscordErrors.UnknownWebhook }; number++)
        {
            await Task.Delay(OvertakingPause * number, time, cancellationToken).ConfigureAwait(false);
            result = await rest.SendAsync(request, cancellationToken).ConfigureAwait(false);
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

    private static string OriginalOf(Interaction interaction) =>
        $"webhooks/{Snowflake.Write(interaction.ApplicationId)}/{Uri.EscapeDataString(interaction.Token)}/messages/@original";

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

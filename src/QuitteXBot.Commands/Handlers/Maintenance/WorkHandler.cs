using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers.Maintenance;

/// <summary>Starts work that takes long, and shows how it gets on in the answer.</summary>
internal sealed class WorkHandler(string command) : MaintenanceHandler
{
    public override string Command => command;

    protected override Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, IMaintenance maintenance, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var steps = command == CommandNames.Reindex ? maintenance.Reindex() : maintenance.CheckSources();
        return Task.FromResult(steps is null
            ? Abstentions.Invalid(command, texts, texts[TextKeys.WorkGoesOn], texts[TextKeys.WorkGoesOnMend])
            : inquiry.Reply(Outcome.Done, texts[TextKeys.WorkStarted]) with { Updates = TellAsync(inquiry, steps) });
    }

    private async IAsyncEnumerable<Reply> TellAsync(Inquiry inquiry, IAsyncEnumerable<MaintenanceStep> steps)
    {
        await foreach (var step in steps.ConfigureAwait(false))
        {
            var reply = step switch
            {
                UnderWay going => inquiry.Reply(Outcome.Done, Going(inquiry.Texts, going)),
                WorkFailed failed => Failed(inquiry, failed.Error),
                Reindexed done => WorkReplies.Of(inquiry, done),
                SourcesChecked done => WorkReplies.Of(inquiry, done),
                _ => throw new InvalidOperationException($"A step of kind {step.GetType().Name} is not handled."),
            };
            yield return reply with { Private = true };
        }
    }

    private static string Going(Texts texts, UnderWay going)
    {
        var stage = texts[TextKeys.StagePrefix + going.Stage];
        return going.Part is { } part ? texts.With(TextKeys.StagePart, stage, (int)(part * 100)) : stage + "…";
    }
}

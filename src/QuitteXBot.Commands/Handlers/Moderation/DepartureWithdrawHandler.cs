using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Takes one reported fact of a departure out of the answers.</summary>
internal sealed class DepartureWithdrawHandler : ModerationHandler
{
    public override string Command => CommandNames.DepartureWithdraw;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var (texts, id) = (inquiry.Texts, inquiry.Arguments.Id!);
        if (await desk.Store.FindReportAsync(id, cancellationToken).ConfigureAwait(false) is not { Withdrawn: false } found)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.NotDoneTitle], texts[TextKeys.DepartureUnknown]);
        var change = new Change
        {
            Command = Command,
            Note = inquiry.Arguments.Field(OptionNames.Note),
            Reports = [found with { Withdrawn = true }],
            Seen = ImmutableDictionary<string, long>.Empty.Add(id, await desk.Store.VersionAsync(id, cancellationToken).ConfigureAwait(false)),
        };
        var changed = await desk.MakeAsync(inquiry, change, cancellationToken).ConfigureAwait(false);
        return changed.IsSuccess
            ? inquiry.Reply(Outcome.Done, texts.With(TextKeys.DepartureWithdrawnDone, id)) with { Private = true }
            : await ChangeErrors.ExplainAsync(inquiry, desk, change, changed.Error, cancellationToken).ConfigureAwait(false);
    }
}

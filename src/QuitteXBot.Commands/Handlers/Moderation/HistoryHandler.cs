using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>What was changed in a statement's or an organisation's record, by whom, and when.</summary>
internal sealed class HistoryHandler(string command) : ModerationHandler
{
    private const int PageSize = 10;

    public override string Command => command;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var (id, name) = (inquiry.Arguments.Id ?? "", inquiry.Arguments.Id ?? "");
        if (inquiry.Arguments.Organisation is { } typed)
        {
            var (organisation, refusal) = Abstentions.Resolve(inquiry, typed, OptionNames.Organisation);
            if (organisation is null)
                return refusal!;
            inquiry = inquiry.Knowing(organisation);
            (id, name) = (organisation.Id, organisation.Name);
        }

        var history = await desk.Store.HistoryAsync(id, (inquiry.Arguments.Page - 1) * PageSize, PageSize, cancellationToken).ConfigureAwait(false);
        if (history.Total == 0)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.HistoryNothing], texts[TextKeys.StatementUnknownMend]);
        var paging = new Paging(inquiry.Arguments.Page, PageSize, history.Total);
        if (paging.IsBeyond)
            return paging.Beyond(inquiry);
        var block = History.Block(history.Items, texts);
        return inquiry.Reply(Outcome.Answered, texts.With(TextKeys.HistoryTitle, name)) with
        {
            Private = true,
            Blocks = paging.Line(texts) is { } line ? [block, line] : [block],
            Actions = paging.Actions(inquiry),
        };
    }
}

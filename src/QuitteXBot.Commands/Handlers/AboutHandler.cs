using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers;

/// <summary>What the bot is, and how much it holds.</summary>
internal sealed class AboutHandler : ICommandHandler
{
    public string Command => CommandNames.About;

    public async Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var summary = await inquiry.Knowledge.Store.SummariseAsync(cancellationToken).ConfigureAwait(false);
        ReplyListItem[] counts =
        [
            new(texts.Count(TextKeys.AboutSources, summary.Sources)),
            new(texts.Count(TextKeys.AboutStatements, summary.Published)),
            new(texts.Count(TextKeys.AboutReports, summary.Reports)),
        ];
        return inquiry.Reply(Outcome.Answered, texts[TextKeys.AboutTitle]) with
        {
            Blocks = [new TextBlock(texts[TextKeys.AboutText]), new TextBlock(texts[TextKeys.AboutHolds]), new ListBlock([.. counts], Numbered: false)],
        };
    }
}

using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers;

/// <summary>What the bot does with what people type.</summary>
internal sealed class PrivacyHandler : ICommandHandler
{
    public string Command => CommandNames.Privacy;

    public Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        return Task.FromResult(inquiry.Reply(Outcome.Answered, texts[TextKeys.PrivacyTitle]) with
        {
            Blocks = [new TextBlock(texts[TextKeys.PrivacyQuestions]), new TextBlock(texts[TextKeys.PrivacyKept]), new TextBlock(texts[TextKeys.PrivacyPings])],
        });
    }
}

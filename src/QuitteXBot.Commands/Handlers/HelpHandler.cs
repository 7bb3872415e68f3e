using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers;

/// <summary>What can be asked: all commands, or one with its options; made from the definitions.</summary>
internal sealed class HelpHandler : ICommandHandler
{
    public string Command => CommandNames.Help;

    public Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken) =>
        Task.FromResult(inquiry.Arguments.Command is { } command ? Explain(inquiry, command) : List(inquiry));

    private static Reply List(Inquiry inquiry)
    {
        var texts = inquiry.Texts;
        var items = CommandCatalogue.All.Where(command => command.Permission <= inquiry.Asker.Permission).Select(command => new ReplyListItem(
            CommandUsage.Of(command, texts.Language), command.Summary.In(texts.Language)));
        return inquiry.Reply(Outcome.Answered, texts[TextKeys.HelpTitle]) with
        {
            Blocks = [new TextBlock(texts[TextKeys.HelpIntroduction]), new ListBlock([.. items], Numbered: false), new TextBlock(texts[TextKeys.HelpMore])],
        };
    }

    private static Reply Explain(Inquiry inquiry, CommandDefinition command)
    {
        var texts = inquiry.Texts;
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.Add(new TextBlock(command.Summary.In(texts.Language)));
        var options = command.Options.Select(option => new ReplyListItem(
            texts.Language == Language.French ? option.FrenchName : option.Name,
            option.Summary.In(texts.Language) + (option.Required ? texts[TextKeys.OptionRequired] : string.Empty)));
        blocks.Add(new ListBlock([.. options], Numbered: false));
        blocks.Add(new TextBlock(texts.With(TextKeys.ForExample, command.Example.In(texts.Language))));
        return inquiry.Reply(Outcome.Answered, CommandUsage.Of(command, texts.Language)) with { Blocks = blocks.ToImmutable() };
    }
}

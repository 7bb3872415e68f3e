using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Values;

namespace QuitteXBot.Commands.Handlers;

/// <summary>A request that was checked, and what is needed to answer it.</summary>
internal sealed record Inquiry(
    CommandDefinition Definition, Arguments Arguments, ImmutableDictionary<string, string> Options, IKnowledge Knowledge, Texts Texts)
{
    public Reply Reply(Outcome outcome, string title) => new()
    {
        Command = Definition.Name,
        Language = Texts.Language,
        Outcome = outcome,
        Title = title,
    };

    /// <summary>The same request with one option changed: another page, a chosen candidate.</summary>
    public ImmutableDictionary<string, string> With(string option, string value) => Options.SetItem(option, value);
}

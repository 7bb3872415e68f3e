using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Handlers;

/// <summary>A request that was checked, and what is needed to answer it.</summary>
internal sealed record Inquiry(
    CommandDefinition Definition, Arguments Arguments, IKnowledge Knowledge, Texts Texts, Asker Asker, ModerationDesk? Desk, DateOnly Today)
{
    public Reply Reply(Outcome outcome, string title) => new()
    {
        Command = Definition.Name,
        Language = Texts.Language,
        Outcome = outcome,
        Title = title,
    };

    /// <summary>The same inquiry with an organisation's id in place of the words that meant it, so that no follow-up repeats what was typed.</summary>
    public Inquiry Knowing(Organisation organisation) => this with { Arguments = Arguments with { Organisation = organisation.Id } };

    /// <summary>The same request with one option changed: another page, a chosen candidate.</summary>
    public ImmutableDictionary<string, string> With(string option, string value) => Arguments.ToOptions().SetItem(option, value);
}

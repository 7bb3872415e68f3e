using System.Collections.Immutable;
using QuitteXBot.Commands.Localisation;

namespace QuitteXBot.Discord.Interactions;

/// <summary>What a button or a choice does.</summary>
internal enum ComponentKind
{
    /// <summary>Shows another page in place of this one: for the asker alone.</summary>
    Turn = 't',

    /// <summary>Picks one of several candidates, in place of the question: for the asker alone.</summary>
    Choose = 'c',

    /// <summary>Shows something else in a new message that only the presser sees: for everybody.</summary>
    Show = 's',

    /// <summary>Removes the answer: for the asker and moderators.</summary>
    Delete = 'd',

    /// <summary>Confirms, cancels or goes on, in place of what is shown, or by a form: for the asker alone.</summary>
    Step = 'x',

    /// <summary>A form that was opened; page 1 where what comes of it takes the place of the message it was opened from.</summary>
    Form = 'f',

    /// <summary>Opens a form again with what was typed: for whom it was opened.</summary>
    Refill = 'a',

    /// <summary>The select around several choices; each choice has a state of its own.</summary>
    Menu = 'm',
}

/// <summary>Where the question of an answer is to be found again.</summary>
internal enum QuestionKind
{
    /// <summary>In <see cref="ComponentState.Command"/> and <see cref="ComponentState.Options"/>.</summary>
    Command = '/',

    /// <summary>In the message that the answer replies to.</summary>
    Mention = '@',
}

/// <summary>All that a button needs to know; carried in its <c>custom_id</c>, so that it outlives the process.</summary>
/// <param name="Owner">The user who asked.</param>
/// <param name="Page">Of a long answer, from 0.</param>
internal sealed record ComponentState(
    ComponentKind Kind,
    QuestionKind Question,
    Language Language,
    ulong Owner,
    int Page,
    string Command,
    ImmutableDictionary<string, string> Options)
{
    public static ComponentState Of(ComponentKind kind, Language language, ulong owner) =>
        new(kind, QuestionKind.Command, language, owner, 0, "", ImmutableDictionary<string, string>.Empty);
}

namespace QuitteXBot.Commands.Replies;

/// <summary>What came of a question. Written in JSON in kebab-case.</summary>
public enum Outcome
{
    Answered,

    /// <summary>The organisation is known and nothing recorded answers what was asked.</summary>
    NoStatement,
    UnknownOrganisation,
    Ambiguous,
    OutOfScope,

    /// <summary>The command or an option cannot be understood.</summary>
    Invalid,

    /// <summary>The asker lacks the permission.</summary>
    Denied,
}

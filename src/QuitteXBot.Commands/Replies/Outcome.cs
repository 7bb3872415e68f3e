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

    /// <summary>More is needed: the reply has a form.</summary>
    Form,

    /// <summary>What would be recorded, shown as members will see it; nothing is stored yet.</summary>
    Preview,

    /// <summary>It is done, and kept.</summary>
    Done,

    /// <summary>Somebody else changed the same meanwhile; nothing was overwritten.</summary>
    Conflict,
}

namespace QuitteXBot.Commands.Questions;

/// <summary>What a question wants, before it is known whether that can be told.</summary>
internal enum Intent
{
    /// <summary>Nothing that the words tell: a bare name, a statement, a topic.</summary>
    None,
    Why,
    Where,
    When,
    Who,
    Reasons,
    Compare,

    /// <summary>«c'est quoi …».</summary>
    Define,
    Search,
    Help,
    About,
    Privacy,
}

namespace QuitteXBot.Commands.Questions;

/// <summary>What a word does in a question.</summary>
internal enum WordRole
{
    /// <summary>Nothing that the bot knows of: with such words a question may be about anything.</summary>
    Foreign,

    /// <summary>Small words, and those that ask: their meaning is read separately.</summary>
    Function,
    Departure,
    Following,
    Giving,
    LeftNetwork,
    Anybody,
    Kind,
    Reason,
    Platform,
    Period,
    Country,
    Name,
}

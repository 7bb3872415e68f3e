namespace QuitteXBot.Core.Departures;

/// <summary>What an organisation does with its presence on X. Written in lower case.</summary>
public enum DepartureAction
{
    Leaves,

    /// <summary>Stops posting for a time.</summary>
    Suspends,

    /// <summary>Keeps the account, posts no more.</summary>
    Dormant,

    /// <summary>Deletes the account.</summary>
    Deletes,
    Stays,
    Returns,
}

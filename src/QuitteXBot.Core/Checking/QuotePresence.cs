namespace QuitteXBot.Core.Checking;

/// <summary>What became of a quote on the page that it is cited from.</summary>
public enum QuotePresence
{
    /// <summary>The page is there and carries it.</summary>
    Present,

    /// <summary>The page is there and does not carry it any more: "source modifiée depuis le …".</summary>
    Modified,

    /// <summary>The server says that there is no such page, 404 or 410: "source disparue depuis le …".</summary>
    Gone,

    /// <summary>It could not be told, for the network's or the server's sake: nothing is marked.</summary>
    Unknown,
}

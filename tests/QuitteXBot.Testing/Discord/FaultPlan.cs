namespace QuitteXBot.Testing.Discord;

/// <summary>What goes wrong with a REST request.</summary>
public enum RestFault
{
    None,

    /// <summary>500 before anything is done.</summary>
    ServerError,

    /// <summary>Done, but answered with 502.</summary>
    ErrorAfterwards,

    /// <summary>429 for a moment.</summary>
    RateLimited,

    /// <summary>429 for a moment, of the global limit.</summary>
    GloballyRateLimited,

    /// <summary>The connection breaks before anything is done.</summary>
    Broken,

    /// <summary>The connection breaks after it was done.</summary>
    BrokenAfterwards,
}

/// <summary>Faults on demand. Everything can be changed while it runs.</summary>
public sealed class FaultPlan
{
    /// <summary>Decides for each REST request; gets the method and the path behind the version.</summary>
    public Func<string, string, RestFault> Rest { get; set; } = (_, _) => RestFault.None;

    /// <summary>Seconds that a 429 made by <see cref="Rest"/> asks to wait.</summary>
    public double RetryAfter { get; set; } = 0.2;

    /// <summary>How long a REST request waits before it is done.</summary>
    public TimeSpan RestDelay { get; set; }

    /// <summary>Breaks the connection at every so many dispatches, in turn before and after sending it; 0: never.</summary>
    public int DropEvery { get; set; }

    /// <summary>Sends every dispatch twice.</summary>
    public bool Duplicate { get; set; }

    /// <summary>Holds a dispatch back until the next has been sent.</summary>
    public bool OutOfOrder { get; set; }

    /// <summary>Takes heartbeats without acknowledging them, and sends nothing any more, while the connection stands.</summary>
    public bool Zombie { get; set; }

    /// <summary>Refuses RESUME with an invalid session.</summary>
    public bool RefuseResume { get; set; }
}

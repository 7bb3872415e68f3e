namespace QuitteXBot.Ingestion.Departures;

internal enum MoveKind
{
    Kept,
    Joined,

    /// <summary>Left too, denied or only considered: nothing to report.</summary>
    None,
}

/// <summary>A network other than X that someone keeps or joins.</summary>
/// <param name="Word">Where the network is named.</param>
internal sealed record PlatformMove(string Platform, MoveKind Kind, int Word, int Cue);

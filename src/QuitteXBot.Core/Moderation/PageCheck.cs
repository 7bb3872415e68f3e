namespace QuitteXBot.Core.Moderation;

public enum PageState
{
    /// <summary>It is there and carries the quotes.</summary>
    Present,

    /// <summary>It is there and no longer carries every quote.</summary>
    Changed,

    /// <summary>It is no longer there.</summary>
    Gone,
}

/// <summary>What became of the page that a source was read on.</summary>
/// <param name="Since">The first check that found it so.</param>
public sealed record PageCheck(PageState State, DateOnly Since);

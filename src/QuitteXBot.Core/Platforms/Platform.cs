using System.Collections.Immutable;

namespace QuitteXBot.Core.Platforms;

/// <summary>An entry of <c>config/platforms.yml</c>: a network that is left, kept or joined.</summary>
/// <param name="Key"><c>bluesky</c>.</param>
/// <param name="Name">As it writes itself: <c>Bluesky</c>.</param>
/// <param name="Spellings">Other ways to write it: <c>BlueSky</c>, <c>Blue Sky</c>.</param>
public sealed record Platform(string Key, string Name, ImmutableArray<string> Spellings);

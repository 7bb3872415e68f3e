using System.Collections.Immutable;
using QuitteXBot.Core.Platforms;
using QuitteXBot.Core.Reasons;

namespace QuitteXBot.Core;

/// <summary>What <c>config/reasons.yml</c> and <c>config/platforms.yml</c> say, in those files' order.</summary>
public sealed record Catalogue(ImmutableArray<Reason> Reasons, ImmutableArray<Platform> Platforms)
{
    public Reason? FindReason(string key) => Reasons.FirstOrDefault(reason => reason.Key == key);

    public Platform? FindPlatform(string key) => Platforms.FirstOrDefault(platform => platform.Key == key);
}

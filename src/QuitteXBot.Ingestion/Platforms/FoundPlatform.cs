namespace QuitteXBot.Ingestion.Platforms;

/// <summary>A network named in a text.</summary>
/// <param name="Key">Key of <c>config/platforms.yml</c>.</param>
/// <param name="Start">UTF-16 index of the name's first character.</param>
/// <param name="End">UTF-16 index behind its last character.</param>
public sealed record FoundPlatform(string Key, int Start, int End);

using QuitteXBot.Core.Sources;

namespace QuitteXBot.Core.Extraction;

/// <summary>Reads a document for quotes, who said them, and departures. Pure: same text, same findings; no clock, no network, no store.</summary>
public interface IExtractor
{
    ExtractionResult Extract(Source source);
}

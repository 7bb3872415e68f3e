namespace QuitteXBot.Ingestion.Reasons;

/// <summary>A reason that a quote gives.</summary>
/// <param name="Key">Key of <c>config/reasons.yml</c>.</param>
/// <param name="Start">UTF-16 index, in the quote, of the words that showed it.</param>
/// <param name="End">UTF-16 index behind them.</param>
/// <param name="Words">The words that showed it, as they are written.</param>
public sealed record FoundReason(string Key, int Start, int End, string Words);

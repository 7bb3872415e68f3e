using QuitteXBot.Core.Dates;

namespace QuitteXBot.Ingestion.Dates;

/// <summary>How a date bounds what is told beside it.</summary>
public enum DateKind
{
    /// <summary>At that time: "le 20 janvier".</summary>
    On,

    /// <summary>Begins then: "à compter du", "dès", "as of".</summary>
    From,

    /// <summary>Began then and lasts: "depuis".</summary>
    Since,

    /// <summary>Ends then: "jusqu'au", "avant le".</summary>
    Until,
}

/// <summary>A date in a text.</summary>
/// <param name="Start">UTF-16 index of the date's first character, the preposition left out.</param>
/// <param name="End">UTF-16 index behind its last character.</param>
/// <param name="Rule">How it was read: <c>full</c>, <c>weekday-and-day</c>, <c>relative</c>…</param>
public sealed record FoundDate(int Start, int End, PartialDate Date, DateKind Kind, string Rule);

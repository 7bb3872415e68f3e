using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Moderation;

namespace QuitteXBot.Core.Statements;

/// <summary>Where a quote or a fact is read: the outlet and date that every answer shows, and the place in the source.</summary>
/// <param name="SourceId">Id of a held source, or empty where only the address is known (reports of <c>seeds/departures.csv</c>).</param>
/// <param name="Page">What is wrong with the page that a held source was read on, by the last check of it; null where nothing is known to be.</param>
/// <param name="Start">Code points, as in <see cref="Quote"/>; 0 with <paramref name="End"/> 0 where the source is not held.</param>
public sealed record Citation(
    string SourceId, string? Outlet, string? Title, PartialDate? Published, string? Url, int Start = 0, int End = 0, string Prefix = "", string Suffix = "",
    PageCheck? Page = null);

/// <summary>A statement with what is needed to cite it.</summary>
public sealed record CitedStatement(Statement Statement, Citation Citation);

using System.Collections.Immutable;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>A maintainer's mend to what the ingestion found of one quote. What it does not name stays as found.</summary>
internal sealed record Correction
{
    /// <summary>Line of the metadata file.</summary>
    public required long Line { get; init; }

    /// <summary>The words that the quote begins with, or null where <see cref="Start"/> and <see cref="End"/> say which quote is meant.</summary>
    public string? BeginsWith { get; init; }

    /// <summary>Code points, as in <see cref="Quote"/>.</summary>
    public int? Start { get; init; }

    public int? End { get; init; }

    public Field<string> Speaker { get; init; }

    public Field<string> Role { get; init; }

    /// <summary>A name or an id.</summary>
    public Field<string> Organisation { get; init; }

    public AttributionBasis? Basis { get; init; }

    public ImmutableArray<string>? Reasons { get; init; }

    public StatementTopic? Topic { get; init; }

    /// <summary>False: the quote is a title, a name, a scare quote; it is left out.</summary>
    public bool IsStatement { get; init; } = true;

    /// <summary>A field that may be given, and may be given as empty.</summary>
    public readonly record struct Field<T>(bool Given, T? Value)
        where T : class
    {
        public T? Or(T? found) => Given ? Value : found;
    }
}

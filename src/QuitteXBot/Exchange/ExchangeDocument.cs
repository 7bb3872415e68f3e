using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Exchange;

/// <summary>All that is recorded, as <c>export --format json</c> writes it and <c>import</c> reads it.</summary>
internal sealed record ExchangeDocument
{
    public const string FormatName = "quittexbot-export";
    public const int CurrentVersion = 1;

    public string Format { get; init; } = FormatName;

    public int Version { get; init; } = CurrentVersion;

    public ImmutableArray<Source> Sources { get; init; } = [];

    public ImmutableArray<Organisation> Organisations { get; init; } = [];

    public ImmutableArray<Statement> Statements { get; init; } = [];

    public ImmutableArray<DepartureReport> Reports { get; init; } = [];

    /// <summary>Every revision with its hash, the texts that it names, and the states of pages. Null in exports of earlier versions.</summary>
    public StoreLog? Log { get; init; }
}

using System.Collections.Immutable;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Core.Checking;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Maintenance;

/// <summary>
/// Looks at the page of every source that published quotes are cited from, one page at a time, sites in turn, and with a pause before a site is asked again.
/// A source counts as changed once two checks on different days found it so: a page may be half built, or somebody's consent wall, for an hour.
/// Where a server says that a page is gone, that is its own word, and one check is enough.
/// </summary>
internal sealed class SourceRound(IStore store, IModerationStore moderation, ISourceChecker checker, string folder, TimeProvider time)
{
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, DateTimeOffset> asked = new(StringComparer.OrdinalIgnoreCase);

    public async Task<SourcesChecked> RunAsync(IProgress<MaintenanceStep> progress, CancellationToken cancellationToken)
    {
        var pages = await PagesAsync(cancellationToken);
        var notes = CheckNotes.Read(folder);
        var suspected = notes.Suspected.ToBuilder();
        var findings = ImmutableArray.CreateBuilder<SourceFinding>();
        var counts = new Dictionary<QuotePresence, int>();
        var doubtful = 0;
        for (var i = 0; i < pages.Count; i++)
        {
            progress.Report(new UnderWay(MaintenanceStage.Sources, (double)i / pages.Count));
            var (source, url, quotes) = pages[i];
            await WaitForTurnAsync(url, cancellationToken);
            var found = Presence(await checker.CheckAsync(url, quotes, cancellationToken));
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            if (found == QuotePresence.Modified && suspected.TryAdd(source, today) | suspected[source] == today)
            {
                doubtful++;
                findings.Add(new SourceFinding(source, url, null));
                continue;
            }

            counts[found] = counts.GetValueOrDefault(found) + 1;
            if (found == QuotePresence.Unknown)
                continue;
            var check = found switch
            {
                QuotePresence.Modified => new PageCheck(PageState.Changed, suspected[source]),
                QuotePresence.Gone => new PageCheck(PageState.Gone, today),
                _ => new PageCheck(PageState.Present, today),
            };
            if (found != QuotePresence.Modified)
                suspected.Remove(source);
            await moderation.RecordPageAsync(source, check, cancellationToken);
            if (check.State != PageState.Present)
                findings.Add(new SourceFinding(source, url, (await moderation.PagesAsync(cancellationToken)).GetValueOrDefault(source) ?? check));
        }

        new CheckNotes(time.GetUtcNow(), suspected.ToImmutable()).Write(folder);
        return new SourcesChecked(
            counts.GetValueOrDefault(QuotePresence.Present), counts.GetValueOrDefault(QuotePresence.Modified), counts.GetValueOrDefault(QuotePresence.Gone),
            doubtful, counts.GetValueOrDefault(QuotePresence.Unknown), findings.ToImmutable());
    }

    /// <summary>A page is what the worst of its quotes is.</summary>
    private static QuotePresence Presence(SourceCheck check) => check.Quotes.Select(quote => quote.Presence).DefaultIfEmpty(QuotePresence.Unknown).Max();

    /// <summary>Sources with an address and published quotes; of each site one, then of each the next.</summary>
    private async Task<List<(string Source, string Url, List<Quote> Quotes)>> PagesAsync(CancellationToken cancellationToken)
    {
        var quotes = new Dictionary<string, (string Url, List<Quote> Quotes)>(StringComparer.Ordinal);
        await foreach (var cited in store.AllStatementsAsync(cancellationToken))
        {
            if (cited.Citation.Url is not { Length: > 0 } url)
                continue;
            if (!quotes.TryGetValue(cited.Citation.SourceId, out var page))
                quotes[cited.Citation.SourceId] = page = (url, []);
            page.Quotes.Add(cited.Statement.Quote);
        }

        return [.. quotes.OrderBy(page => page.Key, StringComparer.Ordinal)
            .GroupBy(page => Site(page.Value.Url), StringComparer.OrdinalIgnoreCase)
            .SelectMany(site => site.Select((page, turn) => (turn, page)))
            .OrderBy(entry => entry.turn)
            .Select(entry => (entry.page.Key, entry.page.Value.Url, entry.page.Value.Quotes))];
    }

    private async Task WaitForTurnAsync(string url, CancellationToken cancellationToken)
    {
        var site = Site(url);
        if (asked.TryGetValue(site, out var last) && last + Pause - time.GetUtcNow() is var left && left > TimeSpan.Zero)
            await Task.Delay(left, time, cancellationToken);
        asked[site] = time.GetUtcNow();
    }

    private static string Site(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : url;
}

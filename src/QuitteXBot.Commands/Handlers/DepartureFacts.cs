using System.Collections.Immutable;
using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Handlers;

/// <summary>What is recorded of a departure, each fact with the source that it is read in.</summary>
internal sealed class DepartureFacts(IKnowledge knowledge, Texts texts)
{
    /// <summary>The organisation's departures, latest first; empty where none is reported.</summary>
    public async Task<IReadOnlyList<DepartureView>> OfAsync(Organisation organisation, CancellationToken cancellationToken)
    {
        var reports = await knowledge.Store.ReportsAsync(organisation.Id, cancellationToken).ConfigureAwait(false);
        if (reports.Count == 0)
            return [];
        var views = new List<DepartureView>();
        foreach (var departure in DepartureMerge.Of(reports))
            views.Add(new DepartureView(organisation.Name, organisation, departure));
        return views;
    }

    /// <summary>What happened and when. A departure without any date is told with its best source.</summary>
    public IEnumerable<FactBlock> Dates(Departure departure)
    {
        var hasDate = departure.Announced is not null || departure.Effective is not null || departure.Observed is not null;
        if (!hasDate || departure.Action != DepartureAction.Leaves)
            yield return Fact(texts[TextKeys.FactAction], texts.Action(departure.Action), departure.Evidence[0].Citation);
        if (departure.Announced is { } announced)
            yield return DateFact(TextKeys.FactAnnounced, announced);
        if (departure.Effective is { } effective)
            yield return DateFact(IsPlanned(effective) ? TextKeys.FactPlanned : TextKeys.FactEffective, effective);
        if (departure.Observed is { } observed)
            yield return DateFact(TextKeys.FactObserved, observed);
    }

    /// <summary>Where the organisation can be followed: one fact for each source that tells some.</summary>
    public IEnumerable<FactBlock> Platforms(Departure departure) =>
        PlatformFacts(TextKeys.FactKept, departure.PlatformsKept).Concat(PlatformFacts(TextKeys.FactJoined, departure.PlatformsJoined));

    public string PlatformName(string key) => Name(knowledge.Catalogue, key);

    /// <summary>«effectif : 20 janvier 2025», for a line of a list.</summary>
    public (string Words, Citation Citation)? Moment(Departure departure)
    {
        var (key, fact) = departure switch
        {
            { Effective: { } effective } => (IsPlanned(effective) ? TextKeys.MomentPlanned : TextKeys.MomentEffective, effective),
            { Announced: { } announced } => (TextKeys.MomentAnnounced, announced),
            { Observed: { } observed } => (TextKeys.MomentObserved, observed),
            _ => (string.Empty, null),
        };
        return fact is null ? null : (texts.With(key, texts.Date(fact.Value)), fact.Citation);
    }

    /// <summary>Whether it was still to come on the day as of which is answered.</summary>
    private bool IsPlanned(CitedFact<PartialDate> effective) => effective.Value.First > knowledge.AsOf;

    private static string Name(Catalogue catalogue, string key) => catalogue.FindPlatform(key)?.Name ?? key;

    private IEnumerable<FactBlock> PlatformFacts(string label, ImmutableArray<CitedFact<string>> platforms)
    {
        foreach (var told in platforms.GroupBy(platform => $"{platform.Citation.SourceId}\n{platform.Citation.Url}\n{platform.Citation.Published}"))
        {
            var names = told.Select(platform => PlatformName(platform.Value)).ToList();
            yield return Fact(texts[label], texts.List(names), told.First().Citation);
        }
    }

    private FactBlock DateFact(string label, CitedFact<PartialDate> date) => Fact(texts[label], texts.Date(date.Value), date.Citation);

    private FactBlock Fact(string label, string value, Citation citation) => new(label, value, texts.Citation(citation), citation.Url);
}

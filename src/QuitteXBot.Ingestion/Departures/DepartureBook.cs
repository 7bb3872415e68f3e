using System.Collections.Immutable;
using QuitteXBot.Core;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>What a document tells of each one's departure, put together from all its places.</summary>
internal sealed class DepartureBook
{
    private readonly List<Entry> entries = [];
    private readonly Dictionary<(string Key, int Side), Entry> byKey = [];

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<Entry> Entries => entries;

    public Entry Add(Actor actor, DepartureAction action, bool strong, int start, int end, double confidence)
    {
        var side = Side(action);
        if (!byKey.TryGetValue((actor.Key, side), out var entry))
        {
            entry = new Entry(actor, action, strong, start, end);
            entries.Add(entry);
            byKey.Add((actor.Key, side), entry);
        }
        else if (Outweighs(action, strong, entry))
        {
            (entry.Action, entry.Strong) = (action, strong);
        }

        entry.Confidence = Math.Max(entry.Confidence, confidence);
        return entry;
    }

    /// <summary>What is told of the one with that <see cref="Actor.Key"/>: of leaving first, else of staying, else of coming back.</summary>
    public Entry? Find(string key) => byKey.GetValueOrDefault((key, 0)) ?? byKey.GetValueOrDefault((key, 1)) ?? byKey.GetValueOrDefault((key, 2));

    public ImmutableArray<ExtractedDeparture> Finish(string text, Catalogue catalogue) =>
        [.. entries.Where(entry => entry.Action != DepartureAction.Stays || !byKey.ContainsKey((entry.Actor.Key, 0)))
            .Select(entry => Finish(entry, text, catalogue))];

    // What becomes of the account says more than "quitte".
    private static bool Outweighs(DepartureAction action, bool strong, Entry entry) =>
        (strong && (!entry.Strong || action == DepartureAction.Deletes)) || (!entry.Strong && !strong && entry.Action == DepartureAction.Dormant && action == DepartureAction.Leaves);

    private static int Side(DepartureAction action) => action switch
    {
        DepartureAction.Stays => 1,
        DepartureAction.Returns => 2,
        _ => 0,
    };

    private static ExtractedDeparture Finish(Entry entry, string text, Catalogue catalogue)
    {
        var person = entry.Actor.Kind == ActorKind.Person;
        return new ExtractedDeparture
        {
            OrganisationId = person ? null : entry.Actor.OrganisationId,
            Organisation = person ? null : entry.Actor.Name,
            Person = person ? entry.Actor.Name : null,
            Kind = entry.Actor.OrganisationKind,
            Action = entry.Action,
            Announced = entry.Announced,
            Effective = entry.Effective,
            PlatformsKept = Ordered(entry.Kept.Except(entry.Joined), catalogue),
            PlatformsJoined = Ordered(entry.Joined, catalogue),
            Note = entry.Note,
            Start = CodePoints.FromUtf16(text, entry.Start),
            End = CodePoints.FromUtf16(text, entry.End),
            Confidence = entry.Confidence,
            Evidence = [.. entry.Evidence],
        };
    }

    private static ImmutableArray<string> Ordered(IEnumerable<string> keys, Catalogue catalogue)
    {
        var set = keys.ToHashSet();
        return [.. catalogue.Platforms.Select(platform => platform.Key).Where(set.Contains)];
    }

    internal sealed class Entry(Actor actor, DepartureAction action, bool strong, int start, int end)
    {
        private const int MostEvidence = 50;

        private readonly HashSet<Evidence> evidence = [];

        public Actor Actor { get; } = actor;

        public DepartureAction Action { get; set; } = action;

        public bool Strong { get; set; } = strong;

        public int Start { get; } = start;

        public int End { get; } = end;

        public PartialDate? Announced { get; private set; }

        public PartialDate? Effective { get; private set; }

        public string? Note { get; set; }

        public double Confidence { get; set; }

        public HashSet<string> Kept { get; } = [];

        public HashSet<string> Joined { get; } = [];

        public IEnumerable<Evidence> Evidence => evidence;

        /// <summary>Notes why; what is told over and over needs no more witnesses.</summary>
        public void Witness(string field, string rule, string words)
        {
            if (evidence.Count < MostEvidence)
                evidence.Add(new Evidence(field, rule, words));
        }

        public void Announce(PartialDate? date) => Announced = Better(Announced, date);

        public void Begin(PartialDate? date) => Effective = Better(Effective, date);

        // The first that the text gives, unless a later one is more precise.
        private static PartialDate? Better(PartialDate? known, PartialDate? date) =>
            known is null || (date is { } more && Precision(more) > Precision(known.Value)) ? date ?? known : known;

        private static int Precision(PartialDate date) => date.Day is not null ? 2 : date.Month is not null ? 1 : 0;
    }
}

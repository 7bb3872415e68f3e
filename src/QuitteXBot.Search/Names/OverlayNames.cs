using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Names;

/// <summary>
/// Many organisations as they were when the names were written, and a few as they are now: new ones, renamed ones, ones that are gone. Answers as names
/// written anew would, as far as two sets of names tell. Thread-safe, immutable, in memory.
/// </summary>
public sealed class OverlayNames : IOrganisationResolver
{
    private const int MostCandidates = 25;
    private const int MostNearest = 5;

    /// <summary>So many of the nearest names may be changed ones, however many others are near.</summary>
    private const int FreshNearest = 2;

    private readonly IOrganisationResolver _below;
    private readonly IReadOnlySet<string> _changed;
    private readonly NameIndex _fresh;
    private readonly NameIndex _former;

    /// <param name="below">The names as they were.</param>
    /// <param name="changed">The ids of the organisations that are no longer as they were, or were not there.</param>
    /// <param name="fresh">Those of them that there are, as they are now.</param>
    public OverlayNames(IOrganisationResolver below, IReadOnlySet<string> changed, IEnumerable<Organisation> fresh)
    {
        (_below, _changed) = (below, changed);
        _fresh = NameIndex.FromOrganisations(fresh.Select(organisation => (organisation, true)));
        _former = NameIndex.FromOrganisations(changed.Select(below.Find).OfType<Organisation>().Select(organisation => (organisation, true)));
    }

    public Resolution Resolve(string name) => Join(name, _below.Resolve(name), _fresh.Resolve(name), slips: true);

    public Resolution ResolveExactly(string name) => Join(name, _below.ResolveExactly(name), _fresh.ResolveExactly(name), slips: false);

    public IReadOnlyList<NameMention> FindMentions(string text) => Join(text, _below.FindMentions(text), _fresh.FindMentions(text), slips: true);

    public IReadOnlyList<NameMention> FindMentionsExactly(string text) =>
        Join(text, _below.FindMentionsExactly(text), _fresh.FindMentionsExactly(text), slips: false);

    public IReadOnlyList<Organisation> Complete(string prefix, int limit)
    {
        if (limit <= 0)
            return [];
        var fresh = _fresh.Complete(prefix, limit);
        var old = _below.Complete(prefix, limit + _changed.Count);

        // Those that are new to the prefix come first: they have records.
        var known = old.Select(organisation => organisation.Id).ToHashSet();
        return
        [
            .. fresh.Where(organisation => !known.Contains(organisation.Id))
                .Concat(Present(old, fresh))
                .Take(limit),
        ];
    }

    public Organisation? Find(string id) => _changed.Contains(id) ? _fresh.Find(id) : _below.Find(id);

    private static ImmutableArray<Organisation> Found(Resolution resolution) => resolution switch
    {
        { Organisation: { } organisation } => [organisation],
        { Outcome: ResolutionOutcome.Ambiguous } => resolution.Candidates,
        _ => [],
    };

    /// <summary>The old ones in their order, changed ones as they are now, without those that are found no more.</summary>
    private IEnumerable<Organisation> Present(IEnumerable<Organisation> old, IReadOnlyList<Organisation> fresh) => old
        .Select(organisation => _changed.Contains(organisation.Id) ? fresh.FirstOrDefault(one => one.Id == organisation.Id) : organisation)
        .OfType<Organisation>();

    private Resolution Join(string name, Resolution old, Resolution fresh, bool slips)
    {
        var before = Found(old);
        var now = Found(fresh);
        if (now.Length == 0 && !before.Concat(old.Candidates).Any(organisation => _changed.Contains(organisation.Id)))
            return fresh.Candidates.IsEmpty || before.Length > 0 ? old : Unknown(old, fresh);

        var stay = before.Where(organisation => !_changed.Contains(organisation.Id)).ToList();
        var preferred = now.Length == 0 ? now : [.. NotPassedOver(name, before, fresh, slips)];
        if (stay.Count > 0 || preferred.Length > 0)
            now = preferred;
        if (stay.Count > 0 && now.Length > 0)
        {
            // The surer match is meant: a name is no other name's slip.
            if (fresh.Match < old.Match)
                return Of(now, fresh.Match);
            if (fresh.Match > old.Match)
                return Of(stay, old.Match);
        }

        var all = Present(before, now).ToList();
        all.AddRange(now.Where(organisation => !all.Exists(one => one.Id == organisation.Id)));
        return all.Count == 0 ? Unknown(old, fresh) : Of(all, stay.Count > 0 ? old.Match : fresh.Match);
    }

    /// <summary>Without those that bore the name already and were passed over for another that is meant more likely: they still are.</summary>
    private IEnumerable<Organisation> NotPassedOver(string name, ImmutableArray<Organisation> before, Resolution fresh, bool slips)
    {
        var former = slips ? _former.Resolve(name) : _former.ResolveExactly(name);
        var passedOver = former.Match > fresh.Match ? [] : Found(former).Select(organisation => organisation.Id).ToHashSet();
        return Found(fresh).Where(organisation => !passedOver.Contains(organisation.Id) || before.Any(one => one.Id == organisation.Id));
    }

    private static Resolution Of(IReadOnlyList<Organisation> found, NameMatch match) => found.Count == 1
        ? new Resolution(ResolutionOutcome.Resolved, found[0], [], match)
        : new Resolution(ResolutionOutcome.Ambiguous, null, [.. found.Take(MostCandidates)], match);

    private Resolution Unknown(Resolution old, Resolution fresh)
    {
        var near = old.Candidates.Where(organisation => !_changed.Contains(organisation.Id)).ToList();
        var changed = fresh.Outcome == ResolutionOutcome.Unknown ? fresh.Candidates : [];
        var room = MostNearest - Math.Min(FreshNearest, changed.Length);
        return new Resolution(ResolutionOutcome.Unknown, null, [.. near.Take(room).Concat(changed).Take(MostNearest)]);
    }

    private List<NameMention> Join(string text, IReadOnlyList<NameMention> old, IReadOnlyList<NameMention> fresh, bool slips)
    {
        var all = new List<NameMention>(old.Count + fresh.Count);
        foreach (var mention in old)
        {
            var same = fresh.FirstOrDefault(one => one.Start == mention.Start && one.Length == mention.Length);
            if (same is null && !Found(mention.Resolution).Any(organisation => _changed.Contains(organisation.Id)))
            {
                all.Add(mention);
                continue;
            }

            var name = text.Substring(mention.Start, mention.Length);
            var now = same?.Resolution ?? (slips ? _fresh.Resolve(name) : _fresh.ResolveExactly(name));
            if (Join(name, mention.Resolution, now, slips) is { Outcome: not ResolutionOutcome.Unknown } joined)
                all.Add(mention with { Resolution = joined });
        }

        foreach (var mention in fresh)
        {
            if (old.Any(one => one.Start == mention.Start && one.Length == mention.Length))
                continue;
            var overlapping = all.FindAll(one => one.Start < mention.Start + mention.Length && mention.Start < one.Start + one.Length);
            if (overlapping.Exists(one => one.Length >= mention.Length))
                continue;
            all.RemoveAll(overlapping.Contains);
            all.Add(mention);
        }

        all.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        return all;
    }
}

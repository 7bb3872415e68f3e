using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>The best of many organisations offered, in order, each once.</summary>
internal sealed class BestNames(NameFile file, int limit)
{
    private readonly Entry[] _best = new Entry[limit];
    private int _count;

    public int Limit => limit;

    /// <param name="isExact">It is called just as was typed.</param>
    public void Offer(int organisation, bool isExact)
    {
        var entry = new Entry(organisation, isExact, file.Facts(organisation));
        if (limit == 0 || (_count == limit && Compare(entry, _best[_count - 1]) >= 0))
            return;
        for (var index = 0; index < _count; index++)
        {
            if (_best[index].Organisation != organisation)
                continue;
            entry = entry with { IsExact = isExact || _best[index].IsExact };
            _count--;
            Array.Copy(_best, index + 1, _best, index, _count - index);
            break;
        }

        var place = Math.Min(_count, limit - 1);
        _count = place + 1;
        for (; place > 0 && Compare(entry, _best[place - 1]) < 0; place--)
            _best[place] = _best[place - 1];
        _best[place] = entry;
    }

    public OrganisationList Read()
    {
        var list = new OrganisationList();
        for (var index = 0; index < _count; index++)
            list.Add(_best[index].Organisation);
        return list;
    }

    private static int Compare(Entry first, Entry second) => first.IsExact != second.IsExact && first.Facts.HasRecords == second.Facts.HasRecords
        ? (first.IsExact ? -1 : 1)
        : OrganisationRank.Compare(first.Facts, first.Organisation, second.Facts, second.Organisation);

    private readonly record struct Entry(int Organisation, bool IsExact, OrganisationFacts Facts);
}

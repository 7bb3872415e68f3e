using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>
/// A few organisations, each once. Its own loops in place of LINQ's: those would be compiled anew at the first question of every run.
/// </summary>
internal sealed class OrganisationList
{
    public static readonly OrganisationList Empty = new();

    private int[] _items = [];

    public int Count { get; private set; }

    public int this[int index] => _items[index];

    public static OrganisationList Of(int organisation)
    {
        var list = new OrganisationList();
        list.Add(organisation);
        return list;
    }

    public bool Contains(int organisation) => Array.IndexOf(_items, organisation, 0, Count) >= 0;

    public void Add(int organisation)
    {
        if (Contains(organisation))
            return;
        if (Count == _items.Length)
            Array.Resize(ref _items, Math.Max(4, 2 * Count));
        _items[Count++] = organisation;
    }

    public void AddAll(OrganisationList others)
    {
        for (var index = 0; index < others.Count; index++)
            Add(others[index]);
    }

    /// <summary>Those that are in both.</summary>
    public OrganisationList And(OrganisationList others)
    {
        var both = new OrganisationList();
        for (var index = 0; index < Count; index++)
        {
            if (others.Contains(_items[index]))
                both.Add(_items[index]);
        }

        return both;
    }

    /// <summary>The same, those with records first, then by population.</summary>
    public OrganisationList Ranked(NameFile file)
    {
        var ranked = new OrganisationList();
        for (var index = 0; index < Count; index++)
        {
            var place = ranked.Count;
            ranked.Add(_items[index]);
            for (; place > 0 && Compare(file, _items[index], ranked._items[place - 1]) < 0; place--)
                ranked._items[place] = ranked._items[place - 1];
            ranked._items[place] = _items[index];
        }

        return ranked;
    }

    public ImmutableArray<Organisation> Read(NameFile file, int most)
    {
        if (Count == 0)
            return [];
        var organisations = ImmutableArray.CreateBuilder<Organisation>(Math.Min(most, Count));
        for (var index = 0; index < Count && index < most; index++)
            organisations.Add(file.Organisation(_items[index]));
        return organisations.MoveToImmutable();
    }

    private static int Compare(NameFile file, int first, int second) => OrganisationRank.Compare(file.Facts(first), first, file.Facts(second), second);
}

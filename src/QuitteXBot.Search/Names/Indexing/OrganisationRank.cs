namespace QuitteXBot.Search.Names.Indexing;

/// <summary>The order in which organisations are offered: those with records first, then by population.</summary>
internal static class OrganisationRank
{
    public static int Compare(OrganisationFacts one, int first, OrganisationFacts other, int second)
    {
        if (one.HasRecords != other.HasRecords)
            return one.HasRecords ? -1 : 1;
        var order = other.Population.CompareTo(one.Population);
        return order != 0 ? order : first.CompareTo(second);
    }
}

namespace QuitteXBot.Ingestion.Departures;

/// <summary>The actors of a document in the order of the text, found by place.</summary>
internal sealed class ActorList(IReadOnlyList<Actor> actors)
{
    // How far back an actor that still holds a word may begin: names with their appositions are no longer.
    private const int Overlap = 6;

    public int Count => actors.Count;

    public Actor this[int index] => actors[index];

    /// <summary>The index of the first actor that begins at the word or behind it.</summary>
    public int IndexFrom(int word)
    {
        var (low, high) = (0, actors.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (actors[middle].First < word)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The actor that begins behind the floor and holds the word, or null.</summary>
    public Actor? Holding(int word, int floor)
    {
        var last = IndexFrom(word + 1) - 1;
        for (var i = last; i >= Math.Max(0, last - Overlap) && actors[i].First > floor; i--)
        {
            if (actors[i].End > word)
                return actors[i];
        }

        return null;
    }
}

namespace QuitteXBot.Search.Analysis;

/// <summary>How much a word tells in a search.</summary>
internal enum WordWeight
{
    /// <summary>Must be found.</summary>
    Content,

    /// <summary>
    /// Frames a question, or names what everything here is about (leaving, X): not asked for where a word that tells more stands beside it.
    /// </summary>
    Frame,

    /// <summary>Counts only inside a quoted phrase and as part of a name (Grand <em>Est</em>).</summary>
    Stop,

    /// <summary>An article or preposition: not in the index at all.</summary>
    Function,
}

/// <summary>The French and English words that a search does not ask for. Folded as <see cref="WordReader"/> folds.</summary>
internal static class StopWords
{
    // One string each, searched as text: nothing to build at start, and each distinct word is looked up only once a build.
    private const string Function =
        " a au aux d de des du en et l la le les un une of the and an to in on at ";

    private const string Stop =
        " afin ai aie aient ainsi alors apres as aucun aucune auquel aussi autre autres avaient avais avait avant avec avez avons ayant bien c"
        + " ca car ce ceci cela celle celles celui cependant ces cet cette ceux chacun chaque chez ci comme comment contre dans depuis des dit"
        + " doit donc dont du elle elles encore entre es est et etaient etais etait etant ete etes etre eu eux fait faire fois font fut ici il ils"
        + " j je jusqu leur leurs lors lorsque lui m ma mais me meme memes mes mien moi moins mon n ne ni non nos notre nous on ont or ou par"
        + " parce parmi pas pendant peu peut peuvent plus plusieurs pour pourquoi puis puisque qu quand que quel quelle quelles quels quelqu"
        + " quelquun qui quoi quoique s sa sans se selon sera seront ses si sien soi soit sommes son sont sous suis sur t ta tandis te tel telle"
        + " tels tes toi ton tous tout toute toutes tres tu vers via voici voila vos votre vous vu y"
        + " about after all also am any are be because been before being between but by can could did do does doing don during for from had has"
        + " have having he her hers him his how i if into is it its just me more most my no nor not now off only or other our out over own she"
        + " should so some such than that their them then there these they this those through too under until up us very was we were what when"
        + " where which while who whom whose why will with would you your ";

    private const string Frame =
        " x twitter quitte quittent quittee quittees quitter quittes quitteront quittera quitterait quittait quittaient quittant"
        + " depart departs leave leaves leaving left quit quits quitting departure departures"
        + " accuse accusent affirme affirment appelle appellent cite citent critique critiquent declare declarent demande demandent"
        + " denonce denoncent denoncer denoncee dire disent dis evoque evoquent evoquer explique expliquent expliquer mentionne mentionnent"
        + " parle parlent parler pense pensent reproche reprochent signifie trouve trouvent trouver"
        + " accuses blame blames claim claims cite cites denounce denounces explain explains find finds mention mentions mean means said say saying says"
        + " speak speaks talk talks tell tells think thinks ";

    public static WordWeight Weigh(ReadOnlySpan<char> word)
    {
        if (word.Length > 12)
            return WordWeight.Content;
        Span<char> needle = stackalloc char[word.Length + 2];
        needle[0] = needle[^1] = ' ';
        word.CopyTo(needle[1..]);
        return Function.AsSpan().IndexOf(needle) >= 0 ? WordWeight.Function
            : Stop.AsSpan().IndexOf(needle) >= 0 ? WordWeight.Stop
            : Frame.AsSpan().IndexOf(needle) >= 0 ? WordWeight.Frame
            : WordWeight.Content;
    }
}

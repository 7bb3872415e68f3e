namespace QuitteXBot.Ingestion.Attribution.Words;

/// <summary>
/// The forms in which French prose reports words: third persons of present, imperfect, simple past, future and conditional,
/// participles and infinitive. Endings after Bescherelle's tables of conjugation.
/// </summary>
internal static class Conjugation
{
    /// <summary>
    /// By ending of the infinitive, longest first: what replaces the ending in the present (singular, plural), the imperfect's stem,
    /// the simple past (singular, plural), the future's stem and the participle.
    /// </summary>
    private static readonly (string Ending, string[] Parts)[] Groups =
    [
        ("prendre", ["prend", "prennent", "pren", "prit", "prirent", "prendr", "pris"]),
        ("aindre", ["aint", "aignent", "aign", "aignit", "aignirent", "aindr", "aint"]),
        ("eindre", ["eint", "eignent", "eign", "eignit", "eignirent", "eindr", "eint"]),
        ("ondre", ["ond", "ondent", "ond", "ondit", "ondirent", "ondr", "ondu"]),
        ("endre", ["end", "endent", "end", "endit", "endirent", "endr", "endu"]),
        ("mettre", ["met", "mettent", "mett", "mit", "mirent", "mettr", "mis"]),
        ("battre", ["bat", "battent", "batt", "battit", "battirent", "battr", "battu"]),
        ("enir", ["ient", "iennent", "en", "int", "inrent", "iendr", "enu"]),
        ("crire", ["crit", "crivent", "criv", "crivit", "crivirent", "crir", "crit"]),
        ("traire", ["trait", "traient", "tray", "traya", "trayèrent", "trair", "trait"]),
        ("faire", ["fait", "font", "fais", "fit", "firent", "fer", "fait"]),
        ("maudire", ["maudit", "maudissent", "maudiss", "maudit", "maudirent", "maudir", "maudit"]),
        ("lire", ["lit", "lisent", "lis", "lut", "lurent", "lir", "lu"]),
        ("dire", ["dit", "disent", "dis", "dit", "dirent", "dir", "dit"]),
        ("rire", ["rit", "rient", "ri", "rit", "rirent", "rir", "ri"]),
        ("duire", ["duit", "duisent", "duis", "duisit", "duisirent", "duir", "duit"]),
        ("aître", ["aît", "aissent", "aiss", "ut", "urent", "aîtr", "u"]),
        ("aitre", ["ait", "aissent", "aiss", "ut", "urent", "aitr", "u"]),
        ("clure", ["clut", "cluent", "clu", "clut", "clurent", "clur", "clu"]),
        ("croire", ["croit", "croient", "croy", "crut", "crurent", "croir", "cru"]),
        ("suivre", ["suit", "suivent", "suiv", "suivit", "suivirent", "suivr", "suivi"]),
        ("prévoir", ["prévoit", "prévoient", "prévoy", "prévit", "prévirent", "prévoir", "prévu"]),
        ("voir", ["voit", "voient", "voy", "vit", "virent", "verr", "vu"]),
        ("vouloir", ["veut", "veulent", "voul", "voulut", "voulurent", "voudr", "voulu"]),
        ("mentir", ["ment", "mentent", "ment", "mentit", "mentirent", "mentir", "menti"]),
        ("sentir", ["sent", "sentent", "sent", "sentit", "sentirent", "sentir", "senti"]),
        ("offrir", ["offre", "offrent", "offr", "offrit", "offrirent", "offrir", "offert"]),
        ("ir", ["it", "issent", "iss", "it", "irent", "ir", "i"]),
        ("er", ["e", "ent", "", "a", "èrent", "er", "é"]),
    ];

    private static readonly string[] Doubling = ["appeler", "épeler", "interjeter", "jeter"];

    public static IEnumerable<(string Form, VerbMood Mood)> Of(string infinitive)
    {
        var (ending, parts) = Array.Find(Groups, group => infinitive.EndsWith(group.Ending, StringComparison.Ordinal));
        if (ending is null)
            return [(infinitive, VerbMood.Infinitive)];
        var root = infinitive[..^ending.Length];
        return ending == "er" ? FirstGroup(root, infinitive) : Forms(root, root, root, parts, infinitive);
    }

    private static IEnumerable<(string, VerbMood)> FirstGroup(string root, string infinitive)
    {
        var parts = Groups[^1].Parts;
        var soft = root[^1] switch { 'g' => root + "e", 'c' => root[..^1] + "ç", _ => root };
        var open = OpenRoot(root, infinitive);
        return Forms(root, soft, open, parts, infinitive);
    }

    /// <summary>The root before a mute e: <c>appell-</c>, <c>répèt-</c>, <c>appui-</c>.</summary>
    private static string OpenRoot(string root, string infinitive)
    {
        if (Array.Exists(Doubling, verb => infinitive.EndsWith(verb, StringComparison.Ordinal)))
            return root + root[^1];
        if (root.EndsWith("uy", StringComparison.Ordinal) || root.EndsWith("oy", StringComparison.Ordinal))
            return root[..^1] + "i";
        var vowel = root.LastIndexOfAny(['e', 'é', 'a', 'i', 'o', 'u', 'è', 'ê', 'â', 'î', 'ô', 'û', 'y']);
        if (vowel < 0 || root[vowel] is not ('e' or 'é') || vowel == root.Length - 1)
            return root;
        var consonants = root.Length - vowel - 1;
        var light = consonants == 1 || (consonants == 2 && root[^1] is 'r' or 'l' or 'u') || root.EndsWith("gn", StringComparison.Ordinal);
        return light || root[vowel] == 'é' ? string.Concat(root.AsSpan(0, vowel), "è", root.AsSpan(vowel + 1)) : root;
    }

    private static IEnumerable<(string, VerbMood)> Forms(string root, string soft, string open, string[] parts, string infinitive)
    {
        var first = infinitive.EndsWith("er", StringComparison.Ordinal) && parts[2].Length == 0;
        var imperfect = (first ? soft : root) + parts[2];
        var future = first ? (open != root && !open.Contains('è', StringComparison.Ordinal) ? open : root) + parts[5] : root + parts[5];
        var past = first ? soft : root;
        yield return (open + parts[0], VerbMood.Finite);
        yield return (open + parts[1], VerbMood.Finite);
        yield return (imperfect + "ait", VerbMood.Finite);
        yield return (imperfect + "aient", VerbMood.Finite);
        yield return (past + parts[3], VerbMood.Finite);
        yield return (root + parts[4], VerbMood.Finite);
        yield return (future + "a", VerbMood.Finite);
        yield return (future + "ont", VerbMood.Finite);
        yield return (future + "ait", VerbMood.Finite);
        yield return (future + "aient", VerbMood.Finite);
        yield return (imperfect + "ant", VerbMood.Gerund);
        yield return (infinitive, VerbMood.Infinitive);
        var participle = root + parts[6];
        yield return (participle, VerbMood.Participle);
        yield return (participle + "e", VerbMood.Participle);
        yield return (participle.EndsWith('s') ? participle : participle + "s", VerbMood.Participle);
        yield return (participle + "es", VerbMood.Participle);
    }
}

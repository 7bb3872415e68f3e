namespace QuitteXBot.Search.Names.Mentions;

/// <summary>Words that single names follow in a question, and words that show that none is meant.</summary>
internal static class LeadWords
{
    private static readonly string[] Titles = ["m", "mm", "mme", "mmes", "mlle", "mr", "mrs", "ms", "monsieur", "madame", "dr", "pr", "me"];

    private static readonly string[] Leads =
    [
        "pourquoi", "pkoi", "pq", "why", "quand", "when", "que", "qu", "ou", "where", "suivre", "follow", "retrouver", "trouver", "find", "comment", "how",
        "did", "has", "have", "does", "is", "are", "comparer", "compare", "versus", "vs", "entre", "between",
    ];

    private static readonly string[] NamelessBefore =
    [
        "un", "une", "plus", "moins", "si", "trop", "tres", "aussi", "assez", "tout", "tous", "toute", "toutes", "son", "sa", "ses", "ce", "cet", "cette",
        "quel", "quelle", "mon", "ma", "notre", "votre", "leur", "chaque", "aucun", "aucune",
    ];

    private static readonly string[] Verbs =
    [
        "quitte", "quittent", "quittera", "quitterait", "a", "ont", "va", "vont", "left", "leave", "leaves", "leaving", "has", "have", "quit",
        "quits",
    ];

    private static readonly string[] NamelessAfter = 
    [
        "de", "du", "des", "d", "entier", "entiere", "que", "qui", "europeen", "europeenne", "diplomatique", "national", "nationale", "libre", "arabe",
    ];

    /// <summary>"Pourquoi le nord quitte X ?": the subject of a question follows.</summary>
    public static bool IsLead(ReadOnlySpan<byte> word) => Has(Leads, word);

    /// <summary>"Mme Dupont": a person's name follows.</summary>
    public static bool IsTitle(ReadOnlySpan<byte> word) => Has(Titles, word);

    /// <summary>"Le nord quitte X": a name stands before.</summary>
    public static bool FollowsSubject(ReadOnlySpan<byte> word) => Has(Verbs, word);

    /// <summary>"Le plus grand est parti": what follows is no name.</summary>
    public static bool RulesOutAfter(ReadOnlySpan<byte> word) => Has(NamelessBefore, word);

    /// <summary>"La somme de", "le monde entier": what stands before is no name.</summary>
    public static bool RulesOutBefore(ReadOnlySpan<byte> word) => Has(NamelessAfter, word);

    private static bool Has(string[] words, ReadOnlySpan<byte> word)
    {
        foreach (var known in words)
        {
            if (known.Length == word.Length && System.Text.Ascii.Equals(word, known))
                return true;
        }

        return false;
    }
}

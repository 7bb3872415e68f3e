using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Topics;

/// <summary>Words that speak of the time after the departure: a future, what will be watched, where to follow, an invitation.</summary>
internal static class SequelWords
{
    private static readonly PhraseTable<bool> Phrases = new(
        new[]
        {
            "souhaite privilegier", "souhaitons privilegier", "souhaite desormais", "souhaitons desormais", "privilegie*", "privilegions", "privilegierons", "reste attenti*", "restons attenti*",
            "reste vigilant*", "restons vigilant*", "restons present*", "reste present*", "restons joignable*", "invite*", "invitons", "retrouvez nous", "suivez nous", "rejoignez nous",
            "nous retrouver", "nous suivre", "nous rejoindre", "rendez vous sur", "restez connecte*", "a l avenir", "desormais sur", "continuons sur", "continue sur", "continuer sur",
            "poursuivre sur", "poursuivons sur", "communiquera", "we will", "we ll", "will remain", "will continue", "will keep", "follow us", "find us", "join us", "going forward",
            "remain active", "remain present", "remains present", "invite you", "stay in touch", "keep watching", "keep an eye",
        }.Select(phrase => (phrase, true)));

    private static readonly string[] FutureEndings = ["erons", "irons", "drons", "trons", "vrons", "erez", "irez", "eront", "iront", "dront", "tront", "vront", "sera", "seront", "aura", "auront"];

    // Present tenses and nouns that end like a future.
    private static readonly HashSet<string> NotFuture =
        ["environs", "poltrons", "patrons", "citrons", "entrons", "montrons", "offrons", "ouvrons", "couvrons", "souffrons", "rencontrons", "ignorons", "considerons", "esperons",
         "declarons", "preferons", "assurons", "adorons", "demeurons", "deplorons", "mesurons", "operons", "tirons", "retirons", "inspirons", "admirons", "desirons", "virons", "attirons",
         "tolerez", "considerez", "accelerons", "cooperons", "generons", "moderons", "liberons", "reiterons", "averons", "recuperons", "comprendrons", "adherons", "tolerons", "refererons",
         "electrons", "neutrons", "girons", "livrons", "suivrons", "marrons", "barons", "enregistrons", "demontrons", "administrons", "centrons", "illustrons", "concentrons", "quittrons"];

    /// <summary>The first such words, or null.</summary>
    public static string? Find(WordList words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var (length, _) = Phrases.At(words, i);
            if (length == 0 && IsFuture(words, i))
                length = 1;
            if (length > 0)
                return words.Text[words[i].Start..words[i + length - 1].End];
        }

        return null;
    }

    // "nous n'y publierons plus" is the departure itself.
    private static bool IsFuture(WordList words, int index)
    {
        var word = words.At(index);
        return word.Length > 3 && !NotFuture.Contains(word) && Array.Exists(FutureEndings, ending => word.EndsWith(ending, StringComparison.Ordinal))
            && words.At(index + 1) != "plus";
    }
}

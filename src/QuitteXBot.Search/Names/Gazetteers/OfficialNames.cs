namespace QuitteXBot.Search.Names.Gazetteers;

/// <summary>Official names as French joins them: "Ville du Mans", "Département de la Moselle".</summary>
internal static class OfficialNames
{
    /// <summary>
    /// The name after "de", by INSEE's code for articles (TNCC): 0 de, 1 d', 2 du, 3 de la, 4 des, 5 de l', 6 aux, 7 las, 8 los.
    /// </summary>
    /// <param name="hasArticle">The article stands in the name ("Le Mans"), as in communes; else it is only known by its code ("Moselle").</param>
    public static string After(string wording, string name, int article, bool hasArticle)
    {
        if (!hasArticle)
        {
            return article switch
            {
                1 => $"{wording} d'{name}",
                2 => $"{wording} du {name}",
                3 => $"{wording} de la {name}",
                4 => $"{wording} des {name}",
                5 => $"{wording} de l'{name}",
                _ => $"{wording} de {name}",
            };
        }

        return article switch
        {
            1 or 6 => $"{wording} d'{name}",
            2 when name.StartsWith("Le ", StringComparison.Ordinal) => $"{wording} du {name[3..]}",
            4 when name.StartsWith("Les ", StringComparison.Ordinal) => $"{wording} des {name[4..]}",
            _ => $"{wording} de {name}",
        };
    }
}

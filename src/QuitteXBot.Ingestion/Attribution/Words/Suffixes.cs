namespace QuitteXBot.Ingestion.Attribution.Words;

/// <summary>Endings that adjectives have and finite verbs of the press seldom have.</summary>
internal static class Suffixes
{
    private static readonly string[] Adjectives =
    [
        "al", "ale", "ales", "aux", "el", "elle", "els", "elles", "ien", "ienne", "yen", "yenne", "iens", "iennes", "ais", "aise", "aises", "ois", "oise", "oises", "ain", "aine", "ains",
        "ique", "iques", "iste", "istes", "if", "ive", "ifs", "ives", "aire", "aires", "able", "ible", "eux", "euse", "euses", "ard", "arde", "esque", "ier", "ière",
        "olle", "uer", "ège", "elge", "elges", "abe", "uif", "uive", "uifs", "ublic", "ublics", "rançais", "ine", "eur", "eure", "ite", "ites", "ole", "ote",
    ];

    public static bool IsAdjective(string word) =>
        word.Length > 3 && char.IsLower(word[0]) && Array.Exists(Adjectives, ending => word.EndsWith(ending, StringComparison.Ordinal));
}

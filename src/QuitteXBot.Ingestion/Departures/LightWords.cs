
namespace QuitteXBot.Ingestion.Departures;

/// <summary>Words that may stand between a verb and what it needs without changing what it needs.</summary>
internal static class LightWords
{
    private static readonly HashSet<string> Words =
        ["le", "la", "l", "les", "un", "une", "du", "de", "d", "des", "au", "aux", "a", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "mon", "ce", "cet", "cette", "ces", "son", "tous", "tout", "toute",
         "aussi", "egalement", "ailleurs", "donc", "tour", "ainsi", "desormais", "deja", "bel", "et", "bien", "en", "y", "sur", "plus", "pas", "jamais", "rien", "ne", "n", "lui", "elle", "meme", "quant",
         "compte", "comptes", "page", "pages", "profil", "officiel", "officiels", "officielle", "principal", "principaux", "personnel", "personnels", "institutionnel", "institutionnels", "certifie", "present", "presente",
         "presents", "presentes", "actif", "active", "actifs", "actives", "reseau", "reseaux", "social", "sociaux", "plateforme", "plateformes", "controverse", "controversee", "americain", "americaine", "fameux", "celebre",
         "the", "its", "their", "his", "her", "our", "my", "a", "an", "social", "network", "networks", "platform", "platforms", "media", "account", "accounts", "official", "too", "also", "from", "of", "on", "to", "and",
         "active", "entirely", "immediate", "effet", "dernier", "derniere", "fin", "debut", "hier", "aujourd", "hui", "demain", "matin", "soir", "enfin", "finalement", "encore", "toujours", "avant", "apres", "dans", "foulee"];

    public static bool Is(DepartureReading reading, int word)
    {
        var folded = reading.Words.At(word);
        return Words.Contains(folded) || folded.EndsWith("ment", StringComparison.Ordinal) || folded.EndsWith("ly", StringComparison.Ordinal) || char.IsAsciiDigit(folded[0])
            || Dates.CalendarWords.Weekdays.ContainsKey(folded) || Dates.CalendarWords.Months.ContainsKey(folded);
    }
}

using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Text;

namespace QuitteXBot.Commands.Questions;

/// <summary>French or English, by the small words of a question.</summary>
internal static class LanguageDetector
{
    /// <summary>Null where the words tell neither: a bare name, say.</summary>
    public static Language? Detect(string text)
    {
        var (french, english) = (0, 0);
        foreach (var word in Word.Split(text))
        {
            if (Vocabulary.French.Contains(word.Folded))
                french++;
            if (Vocabulary.English.Contains(word.Folded))
                english++;
            if (word.Folded is "pourquoi" or "qui" or "quand" or "quitte" or "quittent" or "quitter" or "aide" or "citation")
                french++;
            if (word.Folded is "why" or "who" or "when" or "where" or "which" or "leave" or "left" or "leaving" or "follow" or "help" or "find")
                english++;
        }

        if (french == english)
            return null;
        return french > english ? Language.French : Language.English;
    }
}

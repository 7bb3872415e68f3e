using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Topics;

/// <summary>Words that give a motive whatever else the sentence says: a cause, a refusal, a verdict on the network.</summary>
internal static class MotiveWords
{
    private static readonly PhraseTable<bool> Phrases = new(
        new[]
        {
            "parce que", "parce qu", "puisque", "en raison d*", "a cause d*", "compte tenu d*", "au vu d*", "face a", "face aux", "en reaction a", "derive*", "incompatible*", "contraire a",
            "contraires a", "contraire aux", "contraires aux", "en opposition", "a l oppose", "ne correspond* plus", "ne correspond* pas", "n est plus compatible", "ne sommes plus en accord",
            "ne repond* plus", "ne porte* plus", "ne porte* pas", "ne respecte* plus", "ne respecte* pas", "ne partage* plus", "ne partageons plus", "ne peut plus", "ne pouvons plus", "ne peuvent plus",
            "ne voulons plus", "ne souhaitons plus", "ne pouvons ni", "ne pouvons pas", "ne saurions", "refusons", "nous refusons", "force est de constater", "est devenu*", "s est transforme*",
            "est transforme*", "n est plus un", "n est plus une", "n est plus le", "nous quittons", "avons decide de quitter", "cautionner", "tolerer", "inacceptable*", "intolerable*",
            "because", "due to", "no longer", "cannot accept", "can not accept", "refuse to", "incompatible with", "contrary to", "has become", "turned into", "at odds with", "we are leaving",
            "we re leaving", "we have decided to leave",
        }.Select(phrase => (phrase, true)));

    /// <summary>The first such words, or null.</summary>
    public static string? Find(WordList words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var (length, _) = Phrases.At(words, i);
            if (length > 0)
                return words.Text[words[i].Start..words[i + length - 1].End];
        }

        return null;
    }
}

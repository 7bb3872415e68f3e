using System.Collections.Frozen;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Words;

/// <summary>All that the attribution knows of words, from the lists of <c>config/</c> and the closed classes of grammar. Immutable.</summary>
internal sealed class Lexicon
{
    private readonly FrozenDictionary<string, VerbForm> verbs = VerbList.Load();
    private readonly FrozenDictionary<string, LexiconEntry> words = LexiconBuilder.Build();

    public WordInfo Look(WordForm form)
    {
        var lower = form.Lower;
        var (classes, gender, lemma, kinds) = words.TryGetValue(lower, out var entry) ? entry : new LexiconEntry(WordClass.None, Gender.Unknown, lower, 0);
        if (form.IsCapitalised)
        {
            var (name, nameGender) = Name(form.Text);
            classes = (classes & ~(WordClass.GivenName | WordClass.NotPerson)) | name;
            if ((name & WordClass.GivenName) != 0)
                gender = nameGender;
        }
        else
        {
            classes &= ~(WordClass.GivenName | WordClass.NotPerson);
        }

        if (classes == WordClass.None && Suffixes.IsAdjective(lower))
            classes = WordClass.Adjective;
        return new WordInfo(classes, gender, verbs.GetValueOrDefault(lower), lemma, kinds);
    }

    private (WordClass, Gender) Name(string text)
    {
        if (words.TryGetValue(LexiconBuilder.NamePrefix + text.ToLowerInvariant(), out var entry))
            return (entry.Classes, entry.Gender);
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 1 && words.TryGetValue(LexiconBuilder.NamePrefix + text[..hyphen].ToLowerInvariant(), out entry)
            && (entry.Classes & WordClass.GivenName) != 0 && hyphen + 1 < text.Length && char.IsUpper(text[hyphen + 1]))
            return (WordClass.GivenName, entry.Gender);
        return (WordClass.None, Gender.Unknown);
    }
}

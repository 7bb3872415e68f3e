using System.Collections.Immutable;
using QuitteXBot.Commands.Text;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Platforms;
using QuitteXBot.Core.Reasons;

namespace QuitteXBot.Commands.Questions;

/// <summary>A name in a question.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Text">As it was typed.</param>
/// <param name="AsPlace">Whether a preposition makes it a place: «en Bretagne».</param>
internal sealed record NamedInQuestion(int First, int Words, string Text, Resolution Resolution, bool AsPlace)
{
    /// <summary>What an organisation option gets: the id where one organisation is meant, else the words, for the handler to tell the candidates.</summary>
    public string Value => Resolution.Organisation?.Id ?? Text;
}

/// <summary>A question's words, what each does, and what they name.</summary>
internal sealed class Reading(string text, ImmutableArray<Word> words)
{
    public string Text { get; } = text;

    public ImmutableArray<Word> Words { get; } = words;

    /// <summary>By index of the word.</summary>
    public WordRole[] Roles { get; } = new WordRole[words.Length];

    public List<NamedInQuestion> Names { get; } = [];

    public List<Reason> Reasons { get; } = [];

    public List<Platform> Platforms { get; } = [];

    public List<KindGroup> Kinds { get; } = [];

    public Country? Country { get; set; }

    public Period? Period { get; set; }

    public bool Has(WordRole role) => Array.IndexOf(Roles, role) >= 0;

    public bool HasForeign => Has(WordRole.Foreign);

    /// <summary>Whether the words are about leaving X, whatever else they are about.</summary>
    public bool IsAboutLeaving => Has(WordRole.Departure) && (Has(WordRole.LeftNetwork) || !HasForeign);

    public IEnumerable<NamedInQuestion> Organisations => Names.Where(name => !name.AsPlace);

    public bool Contains(string folded) => IndexOf(folded) >= 0;

    public int IndexOf(string folded)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if (Roles[i] != WordRole.Name && Words[i].Folded == folded)
                return i;
        }

        return -1;
    }

    public string FoldedAt(int index) => index >= 0 && index < Words.Length ? Words[index].Folded : string.Empty;

    /// <summary>The words from the first to the last of the first run that nobody knows, with a kind before it («mairie de …»): perhaps an unknown name.</summary>
    public string? UnknownName()
    {
        var first = Array.IndexOf(Roles, WordRole.Foreign);
        if (first < 0)
            return null;
        var last = first;
        for (var i = first + 1; i < Roles.Length && Roles[i] is WordRole.Foreign or WordRole.Function; i++)
        {
            if (Roles[i] == WordRole.Foreign)
                last = i;
        }

        var start = first - 1;
        while (start >= 0 && Words[start].Folded is "de" or "du" or "des" or "d" or "la" or "le" or "les" or "l")
            start--;
        if (start >= 0 && Roles[start] == WordRole.Kind)
            first = start;
        return Text[Words[first].Start..Words[last].End];
    }
}

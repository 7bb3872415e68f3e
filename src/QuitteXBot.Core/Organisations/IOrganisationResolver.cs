namespace QuitteXBot.Core.Organisations;

/// <summary>
/// Names → organisations. Thread-safe, immutable, in memory: calls take microseconds to a few milliseconds.
/// Ambiguity is an answer, not a guess; words that are no organisation resolve to nothing.
/// </summary>
public interface IOrganisationResolver
{
    /// <summary>What the whole text names: case, accents, hyphens, apostrophes, articles, codes, administrative wording, abbreviations, typos, phonetic slips.</summary>
    Resolution Resolve(string name);

    /// <summary>As <see cref="Resolve"/>, without typos and phonetic slips: for printed texts, where a near name is another name.</summary>
    Resolution ResolveExactly(string name);

    /// <summary>
    /// The organisations named inside a question or sentence, longest names first, not overlapping, in the order of the text.
    /// Common words are no organisations ("quitte", "pourquoi"), even where a commune is called so, unless written as a name.
    /// </summary>
    IReadOnlyList<NameMention> FindMentions(string text);

    /// <summary>As <see cref="FindMentions"/>, without typos and phonetic slips: for printed texts.</summary>
    IReadOnlyList<NameMention> FindMentionsExactly(string text) => FindMentions(text);

    /// <summary>Names that begin with what is typed so far, those with statements first, then by population; also matches the start of any later word.</summary>
    IReadOnlyList<Organisation> Complete(string prefix, int limit);

    /// <summary>The organisation of that id, or null.</summary>
    Organisation? Find(string id);
}

using System.Collections.Immutable;

namespace QuitteXBot.Core.Reasons;

/// <summary>An entry of <c>config/reasons.yml</c>.</summary>
/// <param name="Key"><c>harassment</c>, <c>political-interference</c>…</param>
/// <param name="French">Its French label.</param>
/// <param name="English">Its English label.</param>
/// <param name="FrenchVocabulary">Words and phrases that reveal it in French; a trailing <c>*</c> stands for any ending.</param>
/// <param name="EnglishVocabulary">Words and phrases that reveal it in English; a trailing <c>*</c> stands for any ending.</param>
public sealed record Reason(
    string Key, string French, string English, ImmutableArray<string> FrenchVocabulary, ImmutableArray<string> EnglishVocabulary);

using QuitteXBot.Search.Analysis;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Search.Tests.Analysis;

public sealed class VocabularyTests
{
    [Fact]
    public void Read_WhatWasWritten_GivesTheSame()
    {
        var written = Vocabulary.From(SearchSamples.Catalogue);
        var read = Vocabulary.Read(written.Write());
        Assert.Equal(written.Entries.Select(Describe), read.Entries.Select(Describe));
        Assert.Contains(read.Entries, entry => entry is { Concept: "conspiracy", QueryOnly: false, Words.Length: 3 });
    }

    [Fact]
    public void From_ReasonWithoutVocabulary_IsLeftOut() =>
        Assert.DoesNotContain(Vocabulary.From(SearchSamples.Catalogue).Entries, entry => entry.Concept == "other");

    [Fact]
    public void Read_Damaged_ThrowsInvalidData() => Assert.Throws<InvalidDataException>(() => Vocabulary.Read("hate\n"u8));

    private static string Describe(VocabularyEntry entry) => $"{entry.Concept} {entry.QueryOnly} {string.Join(' ', entry.Words)}";
}

using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Core.Tests.Sources;

public sealed class CodePointsTests
{
    [Fact]
    public void FromUtf16_WhatToUtf16Gave_IsTheSameCodePoint() =>
        Prop.ForAll(Texts.Any, text => Enumerable.Range(0, CodePoints.FromUtf16(text, text.Length) + 1)
            .All(codePoint => CodePoints.FromUtf16(text, CodePoints.ToUtf16(text, codePoint)) == codePoint)).QuickCheckThrowOnFailure();

    [Fact]
    public void FromUtf16_TheWholeText_CountsItsRunes() =>
        Prop.ForAll(Texts.Any, text => CodePoints.FromUtf16(text, text.Length) == text.EnumerateRunes().Count()).QuickCheckThrowOnFailure();

    [Fact]
    public void Slice_AnyTwoCodePoints_IsWhatStandsBetweenThem() =>
        Prop.ForAll(Texts.Valid, text =>
        {
            var runes = text.EnumerateRunes().ToList();
            return Enumerable.Range(0, runes.Count + 1).All(start => Enumerable.Range(start, runes.Count - start + 1).All(end =>
                CodePoints.Slice(text, start, end) == string.Concat(runes[start..end])));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Slice_CutAnywhere_PutsTheTextTogetherAgain() =>
        Prop.ForAll(Texts.Any, text =>
        {
            var length = CodePoints.FromUtf16(text, text.Length);
            return Enumerable.Range(0, length + 1).All(cut =>
                CodePoints.Slice(text, 0, cut) + CodePoints.Slice(text, cut, length) == text);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 4)]
    [InlineData(4, 4)]
    [InlineData(2, 1)]
    public void Slice_NoSuchPlace_IsNull(int start, int end) => Assert.Null(CodePoints.Slice("a😀b", start, end));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    [InlineData(4, -1)]
    [InlineData(-1, -1)]
    public void ToUtf16_BehindAnEmoji_IsOneFurther(int codePoint, int expected) => Assert.Equal(expected, CodePoints.ToUtf16("a😀b", codePoint));
}

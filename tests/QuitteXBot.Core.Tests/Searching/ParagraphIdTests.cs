using QuitteXBot.Core.Searching;

namespace QuitteXBot.Core.Tests.Searching;

public sealed class ParagraphIdTests
{
    [Theory]
    [InlineData("source", 0, 0)]
    [InlineData("000_4973c41a31cc2682", 12, 3456)]
    [InlineData("with-hyphens", 1, int.MaxValue)]
    [InlineData("with#hash", 1, 2)]
    public void TryParse_WhatToStringWrote_IsTheSame(string source, int start, int end)
    {
        Assert.True(ParagraphId.TryParse(new ParagraphId(source, start, end).ToString(), out var id));
        Assert.Equal(new ParagraphId(source, start, end), id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("source")]
    [InlineData("#1-2")]
    [InlineData("source#1")]
    [InlineData("source#-1-2")]
    [InlineData("source#1-")]
    [InlineData("source#1--2")]
    [InlineData("source# 1-2")]
    [InlineData("source#1-99999999999")]
    [InlineData("a-b#12")]
    [InlineData("s000000000000")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(ParagraphId.TryParse(text, out _));
}

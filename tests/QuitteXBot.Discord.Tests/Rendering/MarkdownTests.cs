using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Discord.Rendering;

namespace QuitteXBot.Discord.Tests.Rendering;

public sealed class MarkdownTests
{
    [Fact]
    public void Escape_AnyText_UnescapesToItself()
    {
        Prop.ForAll(Hostile.Texts, text => Assert.Equal(text, Markdown.Unescape(Markdown.Escape(text)))).QuickCheckThrowOnFailure();
        Prop.ForAll<NonNull<string>>(text => Markdown.Unescape(Markdown.Escape(text.Get)) == text.Get).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("*gras*", "\\*gras\\*")]
    [InlineData("# titre", "\\# titre")]
    [InlineData("- liste", "\\- liste")]
    [InlineData("peut-être", "peut-être")]
    [InlineData("  - liste", "  \\- liste")]
    [InlineData("1. liste", "1\\. liste")]
    [InlineData("En 2025. Puis", "En 2025. Puis")]
    [InlineData("@everyone", "\\@everyone")]
    [InlineData("<@1>", "\\<\\@1\\>")]
    [InlineData("https://x.com/a_b", "https\\://x.com/a\\_b")]
    [InlineData(":smile:", "\\:smile:")]
    [InlineData("Oui : non", "Oui : non")]
    [InlineData("> citation", "\\> citation")]
    public void Escape_WhatDiscordWouldRead_IsEscaped(string text, string expected) => Assert.Equal(expected, Markdown.Escape(text));

    [Theory]
    [InlineData("court", 10, "court")]
    [InlineData("un texte trop long", 12, "un texte…")]
    [InlineData("untextesansespace", 5, "unte…")]
    [InlineData("abc👩👩", 5, "abc…")]
    public void Shorten_TextTooLong_IsCutBetweenWords(string text, int most, string expected) => Assert.Equal(expected, PlainText.Shorten(text, most));
}

using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Chat;
using Spectre.Console;

namespace QuitteXBot.Tests.Chat;

public sealed class LineLayoutTests
{
    [Fact]
    public void Add_ALongText_BreaksBetweenWordsAndKeepsNoBreakSpaces() =>
        Assert.Equal(["« un deux", "trois\u00a0quatre »"], Lines(14, 0, "« un deux trois\u00a0quatre »").Select(line => line.TrimEnd()));

    [Fact]
    public void Add_WithAnIndent_IndentsEachLine() => Assert.Equal(["  un ", "  deux"], Lines(6, 2, "un deux"));

    [Fact]
    public void Add_ALineFeed_BeginsALine() => Assert.Equal(["un", "deux"], Lines(20, 0, "un\ndeux"));

    [Fact]
    public void Add_AnyText_LosesNothing() =>
        Prop.ForAll<string?>(any =>
        {
            var text = any ?? "";
            return string.Concat(Lines(24, 0, text)) == TerminalText.Safe(text).Replace("\n", "", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    private static List<string> Lines(int width, int indent, string text)
    {
        var layout = new LineLayout(width);
        layout.Add(indent, new StyledText(text, Style.Plain));
        return [.. layout.Lines.Select(line => string.Concat(line.Select(run => run.Text)))];
    }
}

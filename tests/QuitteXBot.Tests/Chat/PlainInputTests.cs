using QuitteXBot.Chat;

namespace QuitteXBot.Tests.Chat;

public sealed class PlainInputTests
{
    [Fact]
    public async Task ReadLine_UnixAndWindowsLineEnds_GivesEachLineOnce() =>
        Assert.Equal(["a", "", "b", "c"], await LinesAsync("a\n\r\nb\r\nc"));

    [Fact]
    public async Task ReadLine_AnEndlessLine_IsCutAndTheNextIsWhole()
    {
        var lines = await LinesAsync(new string('x', 3_000_000) + "\n/why 54\n");

        Assert.Equal([PlainInput.MaximumLength, 7], lines.Select(line => line.Length));
    }

    private static async Task<List<string>> LinesAsync(string text)
    {
        var input = new PlainInput(new StringReader(text));
        var lines = new List<string>();
        while (await input.ReadLineAsync(CancellationToken.None) is { } line)
            lines.Add(line);
        return lines;
    }
}

using System.Text.Json;

namespace QuitteXBot.EndToEnd;

public sealed class AskTests(SeededBot bot) : IClassFixture<SeededBot>
{
    private const string KhirouniBegins = "Les polémiques autour de X, en matière de confidentialité";
    private const string KhirouniEnds = "en opposition à nos valeurs";

    [Fact]
    public async Task Ask_FirstRunOnAFreshFolder_ReadsTheSeedsAndAnswers()
    {
        using var fresh = new BotFolder();

        var asked = await BotProcess.RunAsync(fresh, null, "ask", "/why meurthe-et-moselle", "--json");

        Assert.Equal(0, asked.ExitCode);
        Assert.Equal("answered", JsonDocument.Parse(asked.Output).RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Ask_WhyMeurtheEtMoselle_QuotesTheSourceAtItsOffsets()
    {
        var reply = await AskAsync("/why meurthe-et-moselle");

        var statement = Assert.Single(reply.GetProperty("statements").EnumerateArray().ToList());
        var quote = statement.GetProperty("quote").GetString()!;
        var citation = statement.GetProperty("citation");
        var text = await File.ReadAllTextAsync(bot.Folder.Seed(citation.GetProperty("source").GetString() + ".txt"));
        Assert.StartsWith(KhirouniBegins, quote, StringComparison.Ordinal);
        Assert.EndsWith(KhirouniEnds, quote, StringComparison.Ordinal);
        Assert.Equal(quote, text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]);
        Assert.Equal("Chaynesse Khirouni", statement.GetProperty("speaker").GetString());
        Assert.Equal("présidente du Département", statement.GetProperty("role").GetString());
        Assert.Equal("stated", statement.GetProperty("attribution").GetString());
        Assert.Equal("2025-01-20", statement.GetProperty("saidOn").GetString());
        Assert.Equal(
            ["conspiracy", "harassment", "hate", "political-interference", "privacy", "values", "violence"],
            statement.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal("La Semaine", citation.GetProperty("outlet").GetString());
        Assert.Equal("departement-54", reply.GetProperty("organisation").GetProperty("id").GetString());
        Assert.Contains($"{quote}", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WhyGrandEst_ShowsTheTruncatedQuoteWithBothRemarks()
    {
        var reply = await AskAsync("/pourquoi Grand Est");

        var statement = Assert.Single(reply.GetProperty("statements").EnumerateArray().Where(IsWhy).ToList());
        Assert.StartsWith("Au fil des années", statement.GetProperty("quote").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("vecteur de division.", statement.GetProperty("quote").GetString(), StringComparison.Ordinal);
        Assert.True(statement.GetProperty("truncated").GetBoolean());
        Assert.Equal("inferred", statement.GetProperty("attribution").GetString());
        Assert.Equal("Région Grand Est", statement.GetProperty("organisation").GetString());
        var text = reply.GetProperty("text").GetString()!;
        Assert.Contains("tronquée", text, StringComparison.Ordinal);
        Assert.Contains("déduite", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pourquoi Grand Est", "why", "answered")]
    [InlineData("/why 54", "why", "answered")]
    [InlineData("/why moselle", "why", "no-statement")]
    [InlineData("/why toulouse", "why", "no-statement")]
    [InlineData("/why zblorg", "why", "unknown-organisation")]
    [InlineData("/why bordeaux", "why", "ambiguous")]
    [InlineData("pourquoi la région grand est quitte X ?", "why", "answered")]
    [InlineData("why did Meurthe-et-Moselle leave X?", "why", "answered")]
    [InlineData("où suivre le grand est maintenant ?", "where", "answered")]
    [InlineData("qui dénonce les théories du complot ?", "who", "answered")]
    [InlineData("qui est passé sur Bluesky ?", "who", "answered")]
    [InlineData("c'est quoi HelloQuitteX ?", "search", "answered")]
    [InlineData("pourkoi la meurte et moselle est parti ?", "why", "answered")]
    public async Task Ask_AQuestion_GetsItsCommandAndOutcome(string question, string command, string outcome)
    {
        var reply = await AskAsync(question);

        Assert.Equal((command, outcome), (reply.GetProperty("command").GetString(), reply.GetProperty("outcome").GetString()));
        if (outcome != "answered")
            Assert.Empty(reply.GetProperty("statements").EnumerateArray());
    }

    [Fact]
    public async Task Ask_WhatIsNoQuestionOfOurs_NeverFailsAndNeverQuotes()
    {
        string[] questions =
        [
            "quelle heure est-il ?", "", " ", new string('a', 3_000), string.Concat(Enumerable.Repeat("mot ", 750)), "😀🎉🐱", "\" OR 1=1 --", "meurthe*", "@everyone",
            "\u202Enoitseuq\u202C", "\u0000\u0001\u0007\u001B[31m", "/", "!", "/why", "/why \"", "/zzz", "/compare", "$(id)", "'; DROP TABLE statements; --", "%s%n{0}{99}",
        ];

        var asked = await BotProcess.RunAsync(bot.Folder, string.Join('\n', questions) + "\n", "ask", "-", "--json");

        Assert.True(asked.ExitCode == 0, asked.Error);
        Assert.Equal(questions.Length, asked.Lines.Length);
        foreach (var (line, question) in asked.Lines.Zip(questions))
        {
            var reply = JsonDocument.Parse(line).RootElement;
            Assert.True(reply.GetProperty("outcome").GetString() != "answered", $"'{question}' was answered: {line}");
            Assert.Empty(reply.GetProperty("statements").EnumerateArray());
        }

        Assert.Equal("out-of-scope", JsonDocument.Parse(asked.Lines[0]).RootElement.GetProperty("outcome").GetString());
    }

    private static bool IsWhy(JsonElement statement) => statement.GetProperty("topic").GetString() == "why";

    private async Task<JsonElement> AskAsync(string question)
    {
        var asked = await BotProcess.RunAsync(bot.Folder, null, "ask", question, "--json");
        Assert.True(asked.ExitCode == 0, asked.Error);
        return JsonDocument.Parse(asked.Output).RootElement;
    }
}

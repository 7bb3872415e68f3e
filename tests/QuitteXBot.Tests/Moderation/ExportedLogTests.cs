using System.Text;
using Microsoft.Extensions.Configuration;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Composition;
using QuitteXBot.Configuration;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Exchange;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Tests.Moderation;

/// <summary>All that moderators did goes from one store into another, and nothing of who they are.</summary>
public sealed class ExportedLogTests : ModerationFixture
{
    [Fact]
    public async Task Export_OfAStoreWithModeratorsWork_ImportedIntoAnEmptyOne_ExportsTheSameBytes()
    {
        await WorkAsync();
        var exported = await ExportAsync(Bot);
        using var folder = new TemporaryFolder();
        await using var other = await OpenAsync(folder);

        var imported = await ImportAsync(other, exported);

        Assert.True(imported.IsSuccess, imported.Error?.ToString());
        Assert.Equal(Encoding.UTF8.GetString(exported), Encoding.UTF8.GetString(await ExportAsync(other)));
        await foreach (var defect in other.Store.VerifyAsync(null, default))
            Assert.Fail(defect.ToString());
        var csv = new[] { await ExportAsync(Bot, "csv"), await ExportAsync(other, "csv") };
        Assert.Equal(csv[0], csv[1]);
        Assert.Equal(await ExportAsync(Bot, "jsonld"), await ExportAsync(other, "jsonld"));
        Assert.Equal(await Bot.Store.LastRevisionAsync(default), await other.Store.LastRevisionAsync(default));
    }

    [Fact]
    public async Task Export_OfAStoreWithModeratorsWork_NamesNobody()
    {
        await WorkAsync();

        var exported = Encoding.UTF8.GetString(await ExportAsync(Bot));

        Assert.All([Alice, Bruno, Member], who => Assert.DoesNotContain(who.Identity, exported, StringComparison.Ordinal));
        Assert.DoesNotContain("bruno", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("my own words", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAnExportOfTheSameWork_IntoAStoreWithALog_KeepsThatLog()
    {
        await WorkAsync();
        var exported = await ExportAsync(Bot);
        var later = await PostAsync(Bruno, "Une raison de plus, venue après l’export.");
        var last = await Bot.Store.LastRevisionAsync(default);

        var imported = await ImportAsync(Bot, exported);

        Assert.True(imported.IsSuccess, imported.Error?.ToString());
        Assert.Equal(0, imported.Value.Withdrawn);
        Assert.NotNull(await Bot.Store.FindStatementAsync(later, default));
        Assert.True(await Bot.Store.LastRevisionAsync(default) >= last);
        await AssertIntactAsync();
    }

    [Theory]
    [InlineData("\"action\": \"withdrawn\"", "\"action\": \"changed\"")]
    [InlineData("\"actor\": \"p-", "\"actor\": \"p-0")]
    [InlineData("Trop de haine.\\u0022", "Trop de joie..\\u0022")]
    [InlineData("\"hash\": \"", "\"hash\": \"0")]
    [InlineData("\"revisions\": [", "\"revisions\": null, \"x\": [")]
    [InlineData("\"pages\": {", "\"pages\": null, \"x\": {")]
    public async Task Import_OfALogThatWasTamperedWith_IsRefusedAndLeavesTheStoreEmpty(string words, string instead)
    {
        await WorkAsync();
        var text = Encoding.UTF8.GetString(await ExportAsync(Bot));
        Assert.Contains(words, text, StringComparison.Ordinal);
        var at = text.LastIndexOf(words, StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        await using var other = await OpenAsync(folder);

        var imported = await ImportAsync(other, Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at), instead, text.AsSpan(at + words.Length))));

        Assert.False(imported.IsSuccess);
        Assert.Equal("export.json", imported.Error!.Location);
        Assert.Equal(0, await other.Store.LastRevisionAsync(default));
    }

    [Fact]
    public async Task Import_OfRecordsThatTheLogKnowsOtherwise_IsRefused()
    {
        await WorkAsync();
        var text = Encoding.UTF8.GetString(await ExportAsync(Bot));
        var sources = text[..text.IndexOf("\"log\":", StringComparison.Ordinal)];
        using var folder = new TemporaryFolder();
        await using var other = await OpenAsync(folder);

        var imported = await ImportAsync(
            other, Encoding.UTF8.GetBytes(sources.Replace("Port de Kerlevan", "Port de Kerlevin", StringComparison.Ordinal) + text[sources.Length..]));

        Assert.Equal("log-incomplete", imported.Error?.Code);
        Assert.Equal(0, await other.Store.LastRevisionAsync(default));
    }

    /// <summary>Of every sort: added, corrected, withdrawn, restored, merged, suggested, decided, a text that changed, a page that is gone.</summary>
    private async Task WorkAsync()
    {
        await RecordAsync("b", "On part. La haine gagne.", Organisation(Embruns, "Atelier des Embruns"), "La haine gagne.", "On part.");
        var first = await PostAsync(Alice, "Nous ne voulons plus de cette haine.");
        var second = await PostAsync(Bruno, "La coupe est pleine, nous partons demain.");
        Assert.Equal(Outcome.Done, (await SayAsync(Bruno, $"/statement withdraw {first} note:\"propos démentis\"")).Outcome);
        var corrected = await PressAsync(Alice, await SayAsync(Alice, $"/statement edit {second}\nquote: La coupe est pleine."), ReplyActionKind.Confirm);
        second = corrected.Statements[0].Statement.Id;
        Assert.Equal(Outcome.Done, (await SayAsync(Member, "/suggest my own words of a member")).Outcome);
        Assert.Equal(Outcome.Done, (await SayAsync(Member, "/suggest my own words again")).Outcome);
        Assert.Equal(Outcome.Done, (await SayAsync(Alice, "/review reject 1 note:\"no source\"")).Outcome);
        var moderation = (IModerationStore)Bot.Store;
        var merge = new Change { Command = "organisation merge", Merges = [new OrganisationMerge(Embruns, Kerlevan)] };
        Assert.True((await moderation.ChangeAsync(merge, Alice.Identity, default)).IsSuccess);

        // A seed whose text loses one quote, and one that goes altogether.
        await RecordAsync("b", "On part. La colère gagne.", Organisation(Embruns, "Atelier des Embruns"), "On part.");
        await ApplyAsync(Records with
        {
            Sources = [.. Records.Sources.Where(source => source.Id != "a")],
            Statements = [.. Records.Statements.Where(statement => statement.Quote.SourceId != "a")],
        });
        var cited = await Bot.Store.FindStatementAsync(second, default);
        await moderation.RecordPageAsync(cited!.Citation.SourceId, new PageCheck(PageState.Gone, new DateOnly(2026, 11, 20)), default);
    }

    private static async Task<byte[]> ExportAsync(Bot bot, string format = "json")
    {
        using var stream = new MemoryStream();
        await Exporter.WriteAsync(bot.Store, bot.Transfer, format, stream, default);
        return stream.ToArray();
    }

    private static async Task<Core.Results.Result<Core.Storage.IngestReport>> ImportAsync(Bot bot, byte[] exported)
    {
        var preview = await new Importer(bot.Store, bot.Transfer).PreviewAsync("export.json", exported, default);
        return preview.IsSuccess ? await preview.Value.Take(default) : preview.Error;
    }

    private async Task<Bot> OpenAsync(TemporaryFolder folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Paths:Data"] = folder["data"],
            ["Paths:Seeds"] = folder["seeds"],
            ["Paths:Config"] = Bot.Options.Paths.Config,
        }).Build();
        var bot = await Bot.OpenAsync(BotOptions.Read(new ConfigurationTree(configuration)).Options!, Clock, default);
        return bot.Value!;
    }
}

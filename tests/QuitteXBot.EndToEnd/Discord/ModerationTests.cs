using System.Text.RegularExpressions;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.EndToEnd.Discord;

/// <summary>The life of a statement as moderators live it on Discord, through the real executable.</summary>
public sealed partial class ModerationTests(SeededBot seeded) : IClassFixture<SeededBot>
{
    private const string Gironde = "departement-33";

    [Theory]
    [MemberData(nameof(DiscordTests.Clients), MemberType = typeof(DiscordTests))]
    public async Task Statement_WholeLife_IsPlayedWithFormsAndButtons(string client)
    {
        const string quote = "Nous fermons *ce* compte\u00A0: la haine_n’y a plus de bornes @everyone.";
        await using var discord = await TestDiscord.StartAsync();
        var (moderator, reader) = (new Member(discord, discord.Users.New("moderatrice")), new Member(discord, discord.Users.New("alice")));
        await using var bot = await StartAsync(discord, client, ("PERMISSIONS__MODERATORS__0", $"discord:{moderator.Id}"));

        var form = await moderator.SlashAsync("statement add", ("organisation", Gironde));
        Assert.Equal("Ajouter une déclaration", form.Title);
        var preview = await moderator.SubmitAsync(
            form, ("quote", quote), ("speaker", "Ana Petit"), ("role", "présidente"), ("url", "https://example.org/gironde"), ("said", "2025-02-03"));
        Assert.True(preview.IsPrivate);
        Assert.Contains(quote, preview.Text, StringComparison.Ordinal);
        Assert.Equal([3, 4], preview.Buttons.Take(2).Select(button => button["style"]!.GetValue<int>()));

        var words = await moderator.PressAsync(preview, "Modifier");
        Assert.Equal(quote, words.Fields["quote"]["value"]!.GetValue<string>());
        preview = await moderator.SubmitAsync(words, ("quote", quote), ("speaker", "Ana Grand"), ("role", "présidente"), ("url", "https://example.org/gironde"), ("said", "2025-02-03"));
        Assert.Contains("Ana Grand", preview.Text, StringComparison.Ordinal);
        var source = await moderator.PressAsync(preview, "Source et raisons");
        preview = await moderator.SubmitAsync(source, ("outlet", "La Gazette"), ("title", "Un départ"), ("published", "2025-02-03"), ("reasons", "hate"));
        Assert.Contains("La Gazette, 3 février 2025", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(quote, (await reader.SlashAsync("why", ("organisation", Gironde))).Text, StringComparison.Ordinal);

        var kept = await moderator.PressAsync(preview, "Confirmer");
        Assert.StartsWith("Déclaration enregistrée", kept.Title, StringComparison.Ordinal);
        Assert.Equal(preview.MessageId, kept.MessageId);
        Assert.Empty(kept.Buttons);
        var id = StatementId().Match(kept.Title).Value;
        Assert.Contains(quote, (await reader.SlashAsync("why", ("organisation", Gironde))).Text, StringComparison.Ordinal);

        var edit = await moderator.SlashAsync("statement edit", ("id", id));
        Assert.Equal(quote, edit.Fields["quote"]["value"]!.GetValue<string>());
        preview = await moderator.SubmitAsync(edit, ("quote", quote), ("speaker", "Ana Petit"), ("role", "présidente"), ("url", "https://example.org/gironde"), ("said", "2025-02-03"));
        Assert.StartsWith("Déclaration corrigée", (await moderator.PressAsync(preview, "Confirmer")).Title, StringComparison.Ordinal);

        var why = await moderator.SlashAsync("statement withdraw", ("id", id));
        Assert.Equal("Retirer une déclaration", why.Title);
        Assert.StartsWith("Déclaration retirée", (await moderator.SubmitAsync(why, ("note", "propos démentis"))).Title, StringComparison.Ordinal);
        Assert.DoesNotContain(quote, (await reader.SlashAsync("why", ("organisation", Gironde))).Text, StringComparison.Ordinal);
        Assert.StartsWith("Déclaration rétablie", (await moderator.SlashAsync("statement restore", ("id", id))).Title, StringComparison.Ordinal);
        Assert.Equal("Votre dernier changement est annulé.", (await moderator.SlashAsync("undo")).Title);

        var history = (await moderator.SlashAsync("statement history", ("id", id))).Text;
        Assert.Contains("propos démentis", history, StringComparison.Ordinal);
        Assert.Contains("Ana Grand", history, StringComparison.Ordinal);
        Assert.Contains($"discord:{moderator.Id}", history, StringComparison.Ordinal);
        AssertNothingRefused(discord);
    }

    [Theory]
    [MemberData(nameof(DiscordTests.Clients), MemberType = typeof(DiscordTests))]
    public async Task Suggestion_AcceptedByAModerator_IsPublished(string client)
    {
        const string quote = "Ce réseau ne respecte plus nos valeurs, nous le quittons.";
        await using var discord = await TestDiscord.StartAsync();
        var (moderator, reader) = (new Member(discord, discord.Users.New("moderatrice")), new Member(discord, discord.Users.New("bob", "en-GB")));
        await using var bot = await StartAsync(discord, client, ("PERMISSIONS__MODERATORS", $"discord:{moderator.Id}"));

        var thanks = await reader.UseOnMessageAsync("Suggest to the bot", $"« {quote} »", "Ana Petit");
        Assert.StartsWith("Thank you! Your suggestion", thanks.Title, StringComparison.Ordinal);
        Assert.True(thanks.IsPrivate);
        var number = Digits().Match(thanks.Title).Value;

        var item = await moderator.SlashAsync("review show", ("review", number));
        Assert.Contains(quote, item.Text, StringComparison.Ordinal);
        var form = await moderator.PressAsync(item, "Accepter");
        Assert.Contains(quote, form.Fields["quote"]["value"]!.GetValue<string>(), StringComparison.Ordinal);
        var preview = await moderator.SubmitAsync(form, ("organisation", "departement-24"), ("quote", quote));
        Assert.StartsWith("Déclaration enregistrée", (await moderator.PressAsync(preview, "Confirmer")).Title, StringComparison.Ordinal);

        var answer = await reader.SlashAsync("why", ("organisation", "departement-24"));
        Assert.Contains(quote, answer.Text, StringComparison.Ordinal);
        var report = await reader.PressAsync(answer, "Report an error");
        thanks = await reader.SubmitAsync(report, ("text", "The date is wrong."));
        Assert.StartsWith("Thank you! Your report", thanks.Title, StringComparison.Ordinal);
        Assert.True(thanks.IsPrivate);
        Assert.NotEqual(answer.MessageId, thanks.MessageId);

        item = await moderator.SlashAsync("review show", ("review", Digits().Match(thanks.Title).Value));
        Assert.Contains("The date is wrong.", item.Text, StringComparison.Ordinal);
        var why = await moderator.PressAsync(item, "Refuser");
        Assert.StartsWith("Refusé", (await moderator.SubmitAsync(why, ("note", "Elle est juste."))).Title, StringComparison.Ordinal);
        AssertNothingRefused(discord);
    }

    [Theory]
    [MemberData(nameof(DiscordTests.Clients), MemberType = typeof(DiscordTests))]
    public async Task TwoApprovals_TheAuthorsOwnIsNotEnough(string client)
    {
        const string quote = "L’algorithme enferme nos habitants, nous partons.";
        await using var discord = await TestDiscord.StartAsync();
        var (author, second) = (new Member(discord, discord.Users.New("moderatrice")), new Member(discord, discord.Users.New("second", "en-US", roles: "1300000000000000077")));
        await using var bot = await StartAsync(
            discord,
            client,
            ("PERMISSIONS__MODERATORS", $"discord:{author.Id},discord:{discord.GuildId}/1300000000000000077"),
            ("MODERATION__APPROVALS", "2"));

        var form = await author.UseOnMessageAsync("Save as statement", quote, "Ana Petit");
        Assert.Equal((quote, "Ana Petit"), (form.Fields["quote"]["value"]!.GetValue<string>(), form.Fields["speaker"]["value"]!.GetValue<string>()));
        Assert.StartsWith($"https://discord.com/channels/{discord.GuildId}/{discord.ChannelId}/", form.Fields["url"]["value"]!.GetValue<string>(), StringComparison.Ordinal);
        var preview = await author.SubmitAsync(form, ("organisation", "departement-47"), ("quote", quote), ("speaker", "Ana Petit"));
        var waits = await author.PressAsync(preview, "Confirmer");
        var number = Digits().Match(waits.Title).Value;
        Assert.StartsWith("En attente d’approbation", waits.Title, StringComparison.Ordinal);

        Assert.Contains("un autre modérateur doit l’approuver", (await author.SlashAsync("review accept", ("review", number))).Text, StringComparison.Ordinal);
        var item = await second.SlashAsync("review show", ("review", number));
        Assert.StartsWith("Accepted", (await second.PressAsync(item, "Accept")).Title, StringComparison.Ordinal);
        Assert.Contains(quote, (await author.SlashAsync("why", ("organisation", "departement-47"))).Text, StringComparison.Ordinal);
        AssertNothingRefused(discord);
    }

    [Theory]
    [MemberData(nameof(DiscordTests.Clients), MemberType = typeof(DiscordTests))]
    public async Task OrdinaryMember_EveryCommandOfModerators_IsRefusedWithTheRole(string client)
    {
        await RefusesAsync(client, "fr", "Elle est réservée aux modérateurs.");
        await RefusesAsync(client, "en-GB", "It is for moderators.");
    }

    private async Task RefusesAsync(string client, string locale, string role)
    {
        await using var discord = await TestDiscord.StartAsync();
        var member = new Member(discord, discord.Users.New("alice", locale, permissions: ulong.MaxValue >> 12));
        await using var bot = await StartAsync(discord, client);
        var hidden = discord.Commands().Where(command => command["default_member_permissions"]?.GetValue<string>() == "8192" && command["type"]!.GetValue<int>() == 1).ToList();
        Assert.Contains(hidden, command => command["name"]!.GetValue<string>() == "statement");

        var paths = hidden.SelectMany(Paths).Concat(["source add", "review show", "review accept"]).Distinct().ToList();
        foreach (var path in paths)
        {
            var refused = await member.SlashAsync(path);
            Assert.True(refused.IsPrivate && refused.Text.Contains(role, StringComparison.Ordinal), $"{path}: {refused.Text}");
        }

        Assert.Contains(role, (await member.UseOnMessageAsync("Save as statement", "Nous partons.", "Ana")).Text, StringComparison.Ordinal);
        Assert.True(paths.Count >= 15, $"only {paths.Count} were tried");
    }

    private static IEnumerable<string> Paths(System.Text.Json.Nodes.JsonObject command)
    {
        var name = command["name"]!.GetValue<string>();
        var members = command["options"]!.AsArray().Where(option => option!["type"]!.GetValue<int>() == 1).Select(option => $"{name} {option!["name"]!.GetValue<string>()}").ToList();
        return members.Count == 0 ? [name] : members;
    }

    private static void AssertNothingRefused(TestDiscord discord) =>
        Assert.DoesNotContain(discord.Notes, note => note.Contains(" gave 4", StringComparison.Ordinal));

    private async Task<DiscordProcess> StartAsync(TestDiscord discord, string client, params (string Key, string Value)[] more)
    {
        var settings = DiscordProcess.SettingsFor(discord, client);
        foreach (var (key, value) in more)
            settings[$"QUITTEXBOT__{key}"] = value;
        var bot = DiscordProcess.Start(seeded.Folder, settings);
        await bot.UntilAsync(() => discord.Connected == 1 && discord.Commands().Count > 20, "the bot did not come");
        return bot;
    }

    [GeneratedRegex("s[0-9a-f]{12,}")]
    private static partial Regex StatementId();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}

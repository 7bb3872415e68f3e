using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Testing.Matrix;
using Xunit.Abstractions;

namespace QuitteXBot.EndToEnd.Matrix;

/// <summary>What moderators and members do in rooms and direct chats, as their own clients show it.</summary>
public sealed partial class ModerationTests(Stage stage, ITestOutputHelper output) : IClassFixture<Stage>
{
    private const string Quote = "Nous quittons X : <b>l’algorithme</b> & @room *nous* dessert ;\n> et ce n’est pas une citation de plus.";

    private Member Member => stage.Member;

    [SynapseFact]
    public Task LifeOfAStatement_InFrench_IsSeenByEverybodyWhoShould() => PlayAsync(Words.French);

    [SynapseFact]
    public Task LifeOfAStatement_InEnglish_IsSeenByEverybodyWhoShould() => PlayAsync(Words.English);

    [SynapseFact]
    public async Task OrdinaryMember_IsRefusedEachModeratorCommandAndToldWhoMay()
    {
        var room = await stage.NewRoomAsync();

        foreach (var command in CommandCatalogue.All.Where(command => command.Permission > Permission.Community))
        {
            var refused = await Member.SeesAnswerToAsync(await Member.SayAsync(room, "!" + command.Example.French[1..]));
            Assert.Contains(command.Permission == Permission.Moderator ? "modérateurs" : "mainteneurs", refused.Body, StringComparison.Ordinal);
        }
    }

    [SynapseFact]
    public async Task Kill_AfterEachAcknowledgedStatement_AnnouncesItExactlyOnce()
    {
        var account = await stage.Synapse.AddUserAsync("announcer");
        var settings = new Dictionary<string, string> { ["Permissions__Moderators"] = "matrix:" + Member.UserId };
        var data = stage.NewData();
        var bot = await stage.StartBot(stage.Synapse.Address, account, settings, data).ListeningAsync();
        var rooms = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var room = await InviteAsync(Member, account);
            rooms.Add(room);
            await Member.SeesAnswerToAsync(await Member.SayAsync(room, "!annoncer ici"));
        }

        var chat = await InviteAsync(Member, account, direct: true);
        var kills = Math.Max(3, Settings.Kills / 4);
        for (var i = 0; i < kills; i++)
        {
            var preview = await Member.SeesAnswerToAsync(await Member.SayAsync(chat, $"!declaration ajouter meurthe-et-moselle\ncitation: Phrase mortelle numéro {i}-.\nmedia: Le Journal\nparution: 2025-01-20"));
            await Member.ReactAsync(chat, preview.Id, "✅");
            await Member.SeesAsync(item => item.Replaces == preview.Id && Shown(item).Contains("enregistrée", StringComparison.Ordinal));
            await Task.Delay(Random.Shared.Next(0, 400));
            await bot.KillAsync();
            await bot.DisposeAsync();
            bot = await stage.StartBot(stage.Synapse.Address, account, settings, data).ListeningAsync();
        }

        await using (bot)
        {
            foreach (var room in rooms)
            {
                await Member.WaitAsync(() => Announced(room).Count() >= kills, TimeSpan.FromMinutes(2));
                // Whatever came twice would have come before the answer to this.
                await Member.SeesAnswerToAsync(await Member.SayAsync(room, "!help"));
                Assert.Equal(Enumerable.Range(0, kills).Select(i => $"Phrase mortelle numéro {i}-."), Announced(room));
            }
        }

        output.WriteLine($"{kills} kills, {kills} statements, {rooms.Count} rooms");

        IEnumerable<string> Announced(string room) => Member.Seen
            .Where(item => item.RoomId == room && item.Sender == account.UserId && item.InReplyTo is null)
            .Select(item => MortalWords().Match(item.Body ?? "")).Where(match => match.Success).Select(match => match.Value);
    }

    private async Task PlayAsync(Words words)
    {
        var name = words.Language;
        var account = await stage.Synapse.AddUserAsync("keeper-" + name);
        await using var author = await Member.StartAsync(stage.Synapse.Address, await stage.Synapse.AddUserAsync("author-" + name));
        await using var second = await Member.StartAsync(stage.Synapse.Address, await stage.Synapse.AddUserAsync("second-" + name));
        await using var bot = await stage.StartBot(stage.Synapse.Address, account, new Dictionary<string, string>
        {
            ["Permissions__Moderators"] = $"matrix:{author.UserId},matrix:{second.UserId}",
            ["Moderation__Approvals"] = "2",
        }).ListeningAsync();
        var authorChat = await InviteAsync(author, account, direct: true);
        var secondChat = await InviteAsync(second, account, direct: true);

        // Announced in a room that the member is in.
        var news = await InviteAsync(Member, account);
        await Member.InviteAsync(news, author.UserId);
        await Member.WaitAsync(() => author.Invitations.Contains(news), TimeSpan.FromMinutes(1));
        await author.JoinAsync(news);
        Shows(await author.SeesAnswerToAsync(await author.SayAsync(news, words.AnnounceHere)), words.Noted);

        // A member suggests; they are told what became of it in a direct chat that the bot makes.
        var salon = await InviteAsync(Member, account);
        Shows(await Member.SeesAnswerToAsync(await Member.SayAsync(salon, words.Suggest)), words.Thanks);

        // The author takes the suggestion up, and confirms.
        var queue = await author.SeesAnswerToAsync(await author.SayAsync(authorChat, words.Review));
        var item = await author.SeesAnswerToAsync(await author.SayAsync(authorChat, "1"));
        Shows(item, words.Suggested);
        await author.ReactAsync(authorChat, item.Id, "✅");
        var form = await EditOfAsync(author, item, words.Fill);
        Assert.Contains(Quote, Shown(form), StringComparison.Ordinal);
        Assert.DoesNotContain("Camille Martin", Shown(form), StringComparison.Ordinal);
        var preview = await author.SeesAnswerToAsync(await author.SayAsync(authorChat, words.Fields, Reply(item.Id)));
        Shows(preview, words.Preview);
        await author.ReactAsync(authorChat, preview.Id, "✅");
        var waiting = await EditOfAsync(author, preview, words.Awaits);
        Assert.DoesNotContain("✅", Shown(waiting), StringComparison.Ordinal);

        // Nothing is published before a second moderator agrees.
        Assert.DoesNotContain(Member.Seen, seen => seen.RoomId == news && seen.Sender == account.UserId && (seen.Body ?? "").Contains(words.New, StringComparison.Ordinal));
        await AcceptAsync(second, secondChat, words, waiting);
        var announced = await Member.SeesAsync(seen => seen.RoomId == news && (seen.Body ?? "").Contains(words.New, StringComparison.Ordinal));
        Assert.Contains(Quote.Replace("\n", "\n> ", StringComparison.Ordinal), announced.Body, StringComparison.Ordinal);
        Assert.Equal("{}", announced.Content["m.mentions"]!.ToJsonString());
        await Member.WaitAsync(() => Member.Invitations.Count > 0, TimeSpan.FromMinutes(1));
        await Member.JoinAsync(Member.Invitations[^1]);
        await Member.SeesAsync(seen => seen.Sender == account.UserId && (seen.Body ?? "").Contains(words.SuggestionAccepted, StringComparison.Ordinal));

        // Corrected, withdrawn, restored, undone: the announcement follows.
        var answer = await Member.SeesAnswerToAsync(await Member.SayAsync(salon, words.Why));
        Assert.Contains("algorithme", answer.Body, StringComparison.Ordinal);
        var id = await IdAsync(second, secondChat, words);
        var corrected = await author.SeesAnswerToAsync(await author.SayAsync(authorChat, words.Correct(id)));
        Shows(corrected, words.Preview);
        var confirmed = await author.SeesAnswerToAsync(await author.SayAsync(authorChat, words.Confirm));
        Shows(confirmed, words.Awaits);
        await EditOfAsync(author, corrected, words.Awaits);
        await AcceptAsync(second, secondChat, words, confirmed);
        await EditOfAsync(Member, announced, "Camille Martin");
        Shows(await author.SeesAnswerToAsync(await author.SayAsync(authorChat, words.Withdraw(id))), words.Withdrawn);
        await EditOfAsync(Member, announced, words.AnnouncementWithdrawn);
        Shows(await author.SeesAnswerToAsync(await author.SayAsync(authorChat, words.Restore(id))), words.Restored);
        await EditOfAsync(Member, announced, "Camille Martin", after: words.AnnouncementWithdrawn);
        var undone = await author.SeesAnswerToAsync(await author.SayAsync(authorChat, words.Undo));
        Shows(undone, words.Undone);
        await Member.WaitAsync(() => EditsOf(Member, announced).Count(edit => Shown(edit).Contains(words.AnnouncementWithdrawn, StringComparison.Ordinal)) == 2, TimeSpan.FromMinutes(1));

        foreach (var step in new[] { queue, item, form, preview, waiting, announced, corrected, confirmed, undone })
            output.WriteLine(Shown(step) + "\n----");
    }

    private static async Task AcceptAsync(Member second, string chat, Words words, SeenEvent waiting)
    {
        var number = Digits().Match(Shown(waiting)).Value;
        var item = await second.SeesAnswerToAsync(await second.SayAsync(chat, $"{words.Review} {number}"));
        await second.ReactAsync(chat, item.Id, "✅");
        await EditOfAsync(second, item, words.Accepted);
    }

    /// <summary>The id of the only statement, as the way to its context tells it.</summary>
    private static async Task<string> IdAsync(Member moderator, string chat, Words words)
    {
        var answer = await moderator.SeesAnswerToAsync(await moderator.SayAsync(chat, words.Why));
        return StatementId().Match(answer.Body!).Value is { Length: > 0 } id ? id : throw new InvalidOperationException(answer.Body);
    }

    private static async Task<string> InviteAsync(Member member, Account bot, bool direct = false)
    {
        var room = await member.CreateRoomAsync("Salon", bot.UserId, direct);
        await member.SeesAsync(item => item.RoomId == room && item.Sender == bot.UserId && item.Body is not null);
        return room;
    }

    private static async Task<SeenEvent> EditOfAsync(Member member, SeenEvent edited, string text, string? after = null)
    {
        await Member.WaitAsync(() => Later().Any(edit => Shown(edit).Contains(text, StringComparison.Ordinal)), TimeSpan.FromMinutes(1));
        return Later().First(edit => Shown(edit).Contains(text, StringComparison.Ordinal));

        IEnumerable<SeenEvent> Later() => EditsOf(member, edited).SkipWhile(edit => after is not null && !Shown(edit).Contains(after, StringComparison.Ordinal));
    }

    private static IEnumerable<SeenEvent> EditsOf(Member member, SeenEvent edited) => member.Seen.Where(item => item.Replaces == edited.Id);

    private static string Shown(SeenEvent item) => (item.Content["m.new_content"]?["body"] ?? item.Content["body"])!.GetValue<string>();

    private static void Shows(SeenEvent item, string text) => Assert.Contains(text, Shown(item), StringComparison.Ordinal);

    private static JsonObject Reply(string eventId) => new() { ["m.in_reply_to"] = new JsonObject { ["event_id"] = eventId } };

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("\\bs[0-9a-f]{12}\\b")]
    private static partial Regex StatementId();

    [GeneratedRegex("Phrase mortelle numéro [0-9]+-\\.")]
    private static partial Regex MortalWords();

    /// <summary>What is typed and what is shown in one language.</summary>
    private sealed record Words(
        string Language, string AnnounceHere, string Noted, string Suggest, string Thanks, string Review, string Suggested, string Fill, string Fields, string Preview,
        string Awaits, string New, string Accepted, string SuggestionAccepted, string Why, string Confirm, string Withdrawn, string AnnouncementWithdrawn,
        string Restored, string Undo, string Undone, Func<string, string> Correct, Func<string, string> Withdraw, Func<string, string> Restore)
    {
        public static Words French { get; } = new(
            "fr", "!annoncer ici", "C’est noté", $"!proposer texte: {Quote}\nadresse: https://journal.example/fr", "Merci", "!relecture", "l’algorithme", "Il manque des champs",
            $"organisation: quimper\ncitation: {Quote}\nmedia: Le Journal\nparution: 2025-01-20", "Aperçu", "En attente d’approbation", "Nouvelle déclaration", "Accepté",
            "a été acceptée", "!pourquoi quimper", "!confirmer", "Déclaration retirée", "Annonce retirée", "Déclaration rétablie",
            "!annuler", "Votre dernier changement est annulé", id => $"!declaration modifier {id}\nauteur: Camille Martin", id => $"!declaration retirer {id}\nmotif: propos démentis",
            id => $"!declaration retablir {id}");

        public static Words English { get; } = new(
            "en", "!announce here language:en", "Noted", $"!suggest text: {Quote}\nurl: https://journal.example/en", "Thank you", "!review language:en", "l’algorithme", "Some fields are missing",
            $"organisation: quimper\nquote: {Quote}\noutlet: Le Journal\npublished: 2025-01-20", "Preview", "Awaiting approval", "New statement", "Accepted",
            "was accepted", "!why quimper", "!confirm", "Statement withdrawn", "Announcement withdrawn", "Statement restored",
            "!undo language:en", "Your last change is undone", id => $"!statement edit {id}\nspeaker: Camille Martin", id => $"!statement withdraw {id} note:\"denied since\" language:en",
            id => $"!statement restore {id} language:en");
    }
}

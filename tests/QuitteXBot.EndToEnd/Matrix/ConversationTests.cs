using System.Text.Json.Nodes;
using QuitteXBot.Testing.Matrix;

namespace QuitteXBot.EndToEnd.Matrix;

/// <summary>Everything that a member may do with the real executable, as the member's own client shows it.</summary>
public sealed class ConversationTests(Stage stage) : IClassFixture<Stage>
{
    private Member Member => stage.Member;

    [SynapseFact]
    public async Task Invite_Room_IsJoinedAndGreetedOnce()
    {
        var room = await stage.NewRoomAsync();

        var said = Assert.Single(Member.Seen, item => item.RoomId == room && item.Sender == stage.BotAccount.UserId && item.Body is not null);
        Assert.Equal("m.notice", said.Content["msgtype"]!.GetValue<string>());
        Assert.Contains("!aide", said.Body, StringComparison.Ordinal);
    }

    [SynapseFact]
    public async Task Ask_InBothLanguages_IsAnsweredByANoticeThatMentionsNobody()
    {
        var room = await stage.NewRoomAsync();

        foreach (var question in new[] { "!why meurthe-et-moselle", "!pourquoi meurthe-et-moselle", "!help", "!aide" })
        {
            var answer = await Member.SeesAnswerToAsync(await Member.SayAsync(room, question));
            Assert.Equal("m.notice", answer.Content["msgtype"]!.GetValue<string>());
            Assert.Equal("{}", answer.Content["m.mentions"]!.ToJsonString());
            Assert.Equal("org.matrix.custom.html", answer.Content["format"]!.GetValue<string>());
            Assert.NotEmpty(answer.Content["formatted_body"]!.GetValue<string>());
        }
    }

    [SynapseFact]
    public async Task Ask_ByMention_IsAnswered()
    {
        var room = await stage.NewRoomAsync();

        var asked = await Member.SayAsync(room, "quittexbot: pourquoi la Meurthe-et-Moselle quitte X ?", more: new JsonObject
        {
            ["m.mentions"] = new JsonObject { ["user_ids"] = new JsonArray(stage.BotAccount.UserId) },
        });

        await Member.SeesAnswerToAsync(asked);
    }

    [SynapseFact]
    public async Task Ask_InThread_IsAnsweredThere()
    {
        var room = await stage.NewRoomAsync();
        var root = await Member.SayAsync(room, "Parlons-en.");

        var asked = await Member.SayAsync(room, "!why meurthe-et-moselle", new JsonObject { ["rel_type"] = "m.thread", ["event_id"] = root });
        var answer = await Member.SeesAnswerToAsync(asked);

        Assert.Equal("m.thread", answer.Relation!["rel_type"]!.GetValue<string>());
        Assert.Equal(root, answer.Relation["event_id"]!.GetValue<string>());
    }

    [SynapseFact]
    public async Task Edit_Question_EditsTheAnswer()
    {
        var room = await stage.NewRoomAsync();
        var asked = await Member.SayAsync(room, "!why personne-de-connu");
        var answer = await Member.SeesAnswerToAsync(asked);

        await Member.EditAsync(room, asked, "!help");
        var edit = await Member.SeesAsync(item => item.Replaces == answer.Id);

        Assert.NotEqual(answer.Body, edit.Content["m.new_content"]!["body"]!.GetValue<string>());
    }

    [SynapseFact]
    public async Task Redact_Question_RedactsTheAnswer()
    {
        var room = await stage.NewRoomAsync();
        var asked = await Member.SayAsync(room, "!help");
        var answer = await Member.SeesAnswerToAsync(asked);

        await Member.RedactAsync(room, asked);

        await Member.SeesAsync(item => item.Type == "m.room.redaction" && item.Redacts == answer.Id);
    }

    [SynapseFact]
    public async Task React_WithDeletion_RedactsTheAnswer()
    {
        var room = await stage.NewRoomAsync();
        var answer = await Member.SeesAnswerToAsync(await Member.SayAsync(room, "!help"));

        await Member.ReactAsync(room, answer.Id, "🗑️");

        await Member.SeesAsync(item => item.Type == "m.room.redaction" && item.Redacts == answer.Id);
    }

    [SynapseFact]
    public async Task React_WithPages_TurnsThem()
    {
        var room = await stage.NewRoomAsync();
        var answer = await Member.SeesAnswerToAsync(await Member.SayAsync(room, "!who"));
        Assert.Contains("Page 1 ", answer.Body, StringComparison.Ordinal);

        await Member.ReactAsync(room, answer.Id, "▶️");
        var second = await Member.SeesAsync(item => item.Replaces == answer.Id);
        await Member.ReactAsync(room, answer.Id, "◀️");
        var first = await Member.SeesAsync(item => item.Replaces == answer.Id && item.Id != second.Id);

        Assert.Contains("Page 2 ", second.Body, StringComparison.Ordinal);
        Assert.Equal(answer.Body, first.Content["m.new_content"]!["body"]!.GetValue<string>());
    }

    [SynapseFact]
    public async Task AmbiguousName_IsPickedByReplyAndByReaction()
    {
        var room = await stage.NewRoomAsync();
        var answer = await Member.SeesAnswerToAsync(await Member.SayAsync(room, "!why bordeaux"));

        var reply = new JsonObject { ["m.in_reply_to"] = new JsonObject { ["event_id"] = answer.Id } };
        var picked = await Member.SeesAnswerToAsync(await Member.SayAsync(room, "2", reply));
        await Member.ReactAsync(room, answer.Id, "1️⃣");
        var edited = await Member.SeesAsync(item => item.Replaces == answer.Id);

        Assert.Contains("Université de Bordeaux", picked.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Ville de Bordeaux", picked.Body, StringComparison.Ordinal);
        Assert.Contains("Ville de Bordeaux", edited.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Université de Bordeaux", edited.Body, StringComparison.Ordinal);
    }

    [SynapseFact]
    public async Task DirectChat_FreeQuestion_NeedsNoPrefix()
    {
        var room = await stage.NewRoomAsync(direct: true);

        await Member.SeesAnswerToAsync(await Member.SayAsync(room, "pourquoi la Meurthe-et-Moselle quitte X ?"));
    }

    [SynapseFact]
    public async Task RoomVersion12_WithoutServerInItsId_Works()
    {
        var room = await stage.NewRoomAsync(version: "12");
        Assert.DoesNotContain(':', room);

        var asked = await Member.SayAsync(room, "!help");
        var answer = await Member.SeesAnswerToAsync(asked);
        await Member.RedactAsync(room, asked);

        await Member.SeesAsync(item => item.Type == "m.room.redaction" && item.Redacts == answer.Id);
    }

    [SynapseFact]
    public async Task RoomVersions_BeforeThat_WorkToo()
    {
        foreach (var version in new[] { "1", "3", "6", "9", "10", "11" })
        {
            var room = await stage.NewRoomAsync(version: version);
            var asked = await Member.SayAsync(room, "!help");
            var answer = await Member.SeesAnswerToAsync(asked);

            await Member.RedactAsync(room, asked);

            await Member.SeesAsync(item => item.Type == "m.room.redaction" && item.Redacts == answer.Id);
        }
    }

    [SynapseFact]
    public async Task Invite_RoomWithAPast_LeavesThePastUnanswered()
    {
        var room = await Member.CreateRoomAsync("Salon");
        var before = await Member.SayAsync(room, "!help");
        await Member.InviteAsync(room, stage.BotAccount.UserId);
        await Member.SeesAsync(item => item.RoomId == room && item.Sender == stage.BotAccount.UserId && item.Body is not null);

        await Member.SeesAnswerToAsync(await Member.SayAsync(room, "!help"));

        Assert.DoesNotContain(Member.Seen, item => item.InReplyTo == before);
    }

    [SynapseFact]
    public async Task EncryptedRoom_IsToldOnceAndLeftAlone()
    {
        var room = await Member.CreateRoomAsync("Secret", stage.BotAccount.UserId, encrypted: true);
        await Member.SeesAsync(item => item.RoomId == room && item.Sender == stage.BotAccount.UserId && item.Body is not null);

        await Member.SayAsync(room, "!help");
        var other = await stage.NewRoomAsync();
        await Member.SeesAnswerToAsync(await Member.SayAsync(other, "!help"));

        var said = Assert.Single(Member.Seen, item => item.RoomId == room && item.Sender == stage.BotAccount.UserId && item.Body is not null);
        Assert.Contains("chiffré", said.Body, StringComparison.Ordinal);
    }

    [SynapseFact]
    public async Task Leave_LastMember_MakesTheBotLeave()
    {
        var room = await stage.NewRoomAsync();

        await Member.LeaveAsync(room);

        using var session = await Session.LogInAsync(stage.Synapse.Address, stage.BotAccount);
        await Member.WaitAsync(() => !session.JoinedRoomsAsync().Result.Contains(room), TimeSpan.FromMinutes(1));
    }
}

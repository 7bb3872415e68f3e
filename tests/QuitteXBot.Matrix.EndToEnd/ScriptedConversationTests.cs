using QuitteXBot.Matrix.Host;

namespace QuitteXBot.Matrix.EndToEnd;

/// <summary>What needs answers with known pages and candidates.</summary>
public sealed class ScriptedConversationTests(ScriptedStage stage) : IClassFixture<ScriptedStage>
{
    private Member Member => stage.Member;

    [SynapseFact]
    public async Task React_WithPages_TurnsThem()
    {
        var room = await stage.NewRoomAsync();
        var answer = await Member.SeesAnswerToAsync(await Member.SayAsync(room, "!why alpha"));

        await Member.ReactAsync(room, answer.Id, "▶️");
        var second = await Member.SeesAsync(item => item.Replaces == answer.Id);
        await Member.ReactAsync(room, answer.Id, "◀️");
        var first = await Member.SeesAsync(item => item.Replaces == answer.Id && item.Id != second.Id);

        Assert.Contains(ScriptedAssistant.QuoteOn("alpha", 2).Split('\n')[0], second.Body, StringComparison.Ordinal);
        Assert.Contains(ScriptedAssistant.QuoteOn("alpha", 1).Split('\n')[0], first.Body, StringComparison.Ordinal);
    }

    [SynapseFact]
    public async Task AmbiguousName_IsPickedByReplyAndByReaction()
    {
        var room = await stage.NewRoomAsync();
        var answer = await Member.SeesAnswerToAsync(await Member.SayAsync(room, "!why beta"));

        var picked = await Member.SeesAnswerToAsync(await Member.SayAsync(room, "2", new() { ["m.in_reply_to"] = new System.Text.Json.Nodes.JsonObject { ["event_id"] = answer.Id } }));
        await Member.ReactAsync(room, answer.Id, "1️⃣");
        var edited = await Member.SeesAsync(item => item.Replaces == answer.Id);

        Assert.Contains("Pourquoi long", picked.Body, StringComparison.Ordinal);
        Assert.Contains("Pourquoi alpha", edited.Body, StringComparison.Ordinal);
    }
}

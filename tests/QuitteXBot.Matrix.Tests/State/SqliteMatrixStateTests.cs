using QuitteXBot.Matrix.State;
using QuitteXBot.Matrix.Tests.Fakes;

namespace QuitteXBot.Matrix.Tests.State;

public sealed class SqliteMatrixStateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Accept_WorkAndPosition_AreThereAfterReopening()
    {
        using (var state = Open())
        {
            Assert.Null(state.SyncToken);
            state.Accept(new("s1", [new RoomRecord("!r", Joined: true, Direct: true, Encrypted: false, Members: 2)], [], [Event("$1"), Event("$2")]));
            state.Finish(state.Pending()[0]);
        }

        using var again = Open();
        Assert.Equal("s1", again.SyncToken);
        Assert.Equal(["$2"], again.Pending().Select(item => item.Key));
        Assert.True(again.Knows("$1"));
        Assert.Equal(new RoomRecord("!r", true, true, false, 2), again.Room("!r"));
    }

    [Fact]
    public void Accept_WorkThatIsKnown_IsLeftOut()
    {
        using var state = Open();
        state.Accept(new("s1", [], [], [Event("$1"), Event("$2")]));
        state.Finish(state.Pending()[0]);

        var kept = state.Accept(new("s2", [], [], [Event("$1"), Event("$2"), Event("$3")]));

        Assert.Equal(["$3"], kept.Select(item => item.Key));
        Assert.Equal(["$2", "$3"], state.Pending().Select(item => item.Key));
    }

    [Fact]
    public void Finish_WithAnswer_IsFoundFromBothSidesUntilForgotten()
    {
        using var state = Open();
        var answer = new AnswerRecord("$a", "!r", "$q", "$q", "$root", "NextPage1");
        var work = state.Accept(new("s1", [], [], [Event("$q"), Event("$del")]));

        state.Finish(work[0], answer);
        Assert.Equal(answer, state.Answer("$a"));
        Assert.Equal(answer, state.AnswerTo("$q"));
        Assert.Equal(answer, state.LastAnswerIn("!r"));

        state.FinishForgetting(work[1], "$a");
        Assert.Null(state.AnswerTo("$q"));
        Assert.Empty(state.Pending());
    }

    [Fact]
    public void Accept_LeftRoom_IsForgotten()
    {
        using var state = Open();
        state.Accept(new("s1", [new RoomRecord("!r", Joined: true)], [], []));

        state.Accept(new("s2", [], ["!r"], []));

        Assert.Null(state.Room("!r"));
    }

    [Fact]
    public void Accept_AfterAWeek_ForgetsWhatWasDoneAndKeepsWhatWasNot()
    {
        using var state = Open();
        var work = state.Accept(new("s1", [], [], [Event("$done"), Event("$open")]));
        state.Finish(work[0]);

        time.Advance(TimeSpan.FromDays(8));
        state.Accept(new("s2", [], [], []));

        Assert.False(state.Knows("$done"));
        Assert.Equal(["$open"], state.Pending().Select(item => item.Key));
    }

    private static WorkItem Event(string id) => new(WorkKind.Event, "!r", id);

    private SqliteMatrixState Open()
    {
        var opened = SqliteMatrixState.Open(folder.Path, time);
        Assert.True(opened.IsSuccess, opened.Error?.ToString());
        return opened.Value;
    }
}

using QuitteXBot.Chat;

namespace QuitteXBot.Tests.Chat;

public sealed class LineHistoryTests
{
    [Fact]
    public void Older_ThenNewer_WalksThereAndBack()
    {
        var history = new LineHistory();
        history.Add("/why 54");
        history.Add("/when 54");

        Assert.Equal("/when 54", history.Older());
        Assert.Equal("/why 54", history.Older());
        Assert.Null(history.Older());
        Assert.Equal("/when 54", history.Newer());
        Assert.Equal("", history.Newer());
    }

    [Fact]
    public void Add_TheSameLineTwice_KeepsItOnce()
    {
        var history = new LineHistory();
        history.Add("/help");
        history.Add("/help");

        history.Older();

        Assert.Null(history.Older());
    }
}

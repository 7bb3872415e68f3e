using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Chat;

namespace QuitteXBot.Tests.Chat;

public sealed class LineBufferTests
{
    [Fact]
    public void Backspace_BehindAnAccentOfItsOwn_RemovesLetterAndAccent()
    {
        var line = Typed("cafe\u0301");

        line.Backspace();

        Assert.Equal("caf", line.Text);
    }

    [Fact]
    public void Left_OverAnEmoji_MovesByTheWholeCharacter()
    {
        var line = Typed("a😀");

        line.Left();
        line.Insert('b');

        Assert.Equal("ab😀", line.Text);
    }

    [Fact]
    public void DeleteWord_BehindSpaces_RemovesThemAndTheWordBefore()
    {
        var line = Typed("/why grand  ");

        line.DeleteWord();

        Assert.Equal("/why ", line.Text);
    }

    [Fact]
    public void Insert_AControlCharacter_IsNotTaken() => Assert.Equal("ab", Typed("a\u001bb").Text);

    [Fact]
    public void Insert_PastTheLimit_IsNotTaken() =>
        Assert.Equal(LineBuffer.MaximumLength, Typed(new string('a', LineBuffer.MaximumLength + 5)).Text.Length);

    [Fact]
    public void AnyKeys_InAnyOrder_KeepTheCursorInsideTheText()
    {
        Action<LineBuffer>[] keys =
        [
            line => line.Insert('é'), line => line.Insert('\ud83d'), line => line.Insert('\ude00'), line => line.Insert(' '), line => line.Backspace(),
            line => line.Delete(), line => line.Left(), line => line.Right(), line => line.Home(), line => line.End(), line => line.DeleteToStart(),
            line => line.DeleteToEnd(), line => line.DeleteWord(), line => line.Replace("/why 54"),
        ];

        Prop.ForAll(Gen.Choose(0, keys.Length - 1).ArrayOf().ToArbitrary(), presses =>
        {
            var line = new LineBuffer();
            foreach (var press in presses)
                keys[press](line);
            return line.Cursor >= 0 && line.Cursor <= line.Text.Length;
        }).QuickCheckThrowOnFailure();
    }

    private static LineBuffer Typed(string text)
    {
        var line = new LineBuffer();
        foreach (var unit in text)
            line.Insert(unit);
        return line;
    }
}

using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Chat;

namespace QuitteXBot.Tests.Chat;

public sealed class TerminalTextTests
{
    [Fact]
    public void Safe_AnEscapeSequence_IsShownNotSent() => Assert.Equal("␛[31mrouge", TerminalText.Safe("\u001b[31mrouge"));

    [Fact]
    public void Safe_AnyText_HasNoControlButLineFeedAndTabAndKeepsAllElse() =>
        Prop.ForAll<string?>(any =>
        {
            var text = any ?? "";
            var safe = TerminalText.Safe(text);
            return safe.Length == text.Length
                && safe.Zip(text).All(pair => char.IsControl(pair.Second) && pair.Second is not ('\n' or '\t')
                    ? !char.IsControl(pair.First)
                    : pair.First == pair.Second);
        }).QuickCheckThrowOnFailure();
}

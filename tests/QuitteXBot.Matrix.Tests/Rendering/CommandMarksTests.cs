using QuitteXBot.Matrix.Rendering;

namespace QuitteXBot.Matrix.Tests.Rendering;

public sealed class CommandMarksTests
{
    [Theory]
    [InlineData("/why meurthe", "!why meurthe")]
    [InlineData("Essayez « /pourquoi grand est ».", "Essayez « !pourquoi grand est ».")]
    [InlineData("Voir /aide, puis /help.", "Voir !aide, puis !help.")]
    [InlineData("/etc/passwd et https://exemple.fr/why", "/etc/passwd et https://exemple.fr/why")]
    [InlineData("et/ou, 20/01, /whyever", "et/ou, 20/01, /whyever")]
    public void Replace_Text_ChangesCommandsOnly(string text, string expected) => Assert.Equal(expected, CommandMarks.Replace(text, "!"));
}

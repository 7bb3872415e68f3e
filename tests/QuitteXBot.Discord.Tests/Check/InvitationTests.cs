using System.Globalization;
using QuitteXBot.Discord.Check;

namespace QuitteXBot.Discord.Tests.Check;

public sealed class InvitationTests
{
    [Fact]
    public void Guide_Invitation_AsksForExactlyWhatTheCheckDemands()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "QuitteXBot.sln")))
            folder = folder.Parent;

        var guide = File.ReadAllText(Path.Combine(folder.FullName, "docs", "discord.md"));

        Assert.Contains($"permissions={DiscordCheck.InvitePermissions.ToString(CultureInfo.InvariantCulture)}\n", guide, StringComparison.Ordinal);
    }
}

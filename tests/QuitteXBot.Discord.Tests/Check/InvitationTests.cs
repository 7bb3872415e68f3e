using System.Globalization;
using QuitteXBot.Discord.Check;
using QuitteXBot.Testing;

namespace QuitteXBot.Discord.Tests.Check;

public sealed class InvitationTests
{
    [Fact]
    public void Guide_Invitation_AsksForExactlyWhatTheCheckDemands()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "discord.md"));

        Assert.Contains($"permissions={DiscordCheck.InvitePermissions.ToString(CultureInfo.InvariantCulture)}\n", guide, StringComparison.Ordinal);
    }
}

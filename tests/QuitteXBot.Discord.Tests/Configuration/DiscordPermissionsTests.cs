using Microsoft.Extensions.Configuration;
using QuitteXBot.Commands;
using QuitteXBot.Discord.Permissions;

namespace QuitteXBot.Discord.Tests.Configuration;

public sealed class DiscordPermissionsTests
{
    private const ulong User = 1300000000000000001;
    private const ulong Guild = 1300000000000000002;
    private const ulong Role = 1300000000000000003;

    [Fact]
    public void Of_UserOrRoleInItsGuild_HasThePermission()
    {
        var (permissions, errors) = Read(("Moderators:0", $"discord:{Guild}/{Role}"), ("Maintainers:0", $"discord:{User}"), ("Moderators:1", "matrix:@a:example.org"));

        Assert.Empty(errors);
        Assert.Equal(Permission.Maintainer, permissions.Of(User, null, []));
        Assert.Equal(Permission.Moderator, permissions.Of(5, Guild, [Role]));
        Assert.Equal(Permission.Community, permissions.Of(5, Guild + 1, [Role]));
        Assert.Equal(Permission.Community, permissions.Of(5, Guild, []));
    }

    [Theory]
    [InlineData("discord:abc")]
    [InlineData("discord:1300000000000000001/x")]
    [InlineData("discord:1300000000000000001/1300000000000000001/1")]
    public void Read_EntryThatIsNoId_IsWrong(string entry) => Assert.Equal("Permissions:Moderators", Assert.Single(Read(("Moderators:0", entry)).Errors).Location);

    private static (DiscordPermissions Permissions, System.Collections.Immutable.ImmutableArray<QuitteXBot.Core.Results.Error> Errors) Read(params (string Key, string Value)[] settings) =>
        DiscordPermissions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build());
}

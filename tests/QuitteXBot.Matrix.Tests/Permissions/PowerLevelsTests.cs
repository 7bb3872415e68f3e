using System.Text.Json;
using QuitteXBot.Matrix.Permissions;

namespace QuitteXBot.Matrix.Tests.Permissions;

public sealed class PowerLevelsTests
{
    private const string User = "@a:b";

    [Theory]
    [InlineData("""{"users":{"@a:b":50}}""", 50)]
    [InlineData("""{"users":{"@a:b":"50"}}""", 50)]
    [InlineData("""{"users":{"@c:d":50}}""", 0)]
    [InlineData("""{"users":{"@c:d":50},"users_default":10}""", 10)]
    [InlineData("""{"users":{"@a:b":-1},"users_default":10}""", -1)]
    [InlineData("""{"users":{"@a:b":null},"users_default":[]}""", 0)]
    [InlineData("""{"users":[]}""", 0)]
    [InlineData("{}", 0)]
    public void Of_User_IsTheirsOrTheDefault(string levels, long expected) => Assert.Equal(expected, Of(levels, """{"sender":"@c:d","content":{"room_version":"11"}}"""));

    [Theory]
    [InlineData("""{"sender":"@a:b","content":{"room_version":"11"}}""", 0)]
    [InlineData("""{"sender":"@a:b","content":{"room_version":"12"}}""", long.MaxValue)]
    [InlineData("""{"sender":"@c:d","content":{"room_version":"12","additional_creators":["@x:y","@a:b"]}}""", long.MaxValue)]
    [InlineData("""{"sender":"@c:d","content":{"room_version":"11","additional_creators":["@a:b"]}}""", 0)]
    [InlineData("""{"sender":"@c:d","content":{"room_version":12,"additional_creators":{}}}""", 0)]
    [InlineData("""{"sender":"@c:d","content":{"room_version":"12","additional_creators":"@a:b"}}""", 0)]
    [InlineData("""{"sender":"@a:b"}""", 0)]
    public void Of_Creator_IsWithoutLimitFromVersion12On(string create, long expected) => Assert.Equal(expected, Of("{}", create));

    [Theory]
    [InlineData("@a:b", 100)]
    [InlineData("@c:d", 0)]
    public void Of_RoomWithoutLevels_LeavesAllToItsCreator(string creator, long expected) =>
        Assert.Equal(expected, Of(null, $$$"""{"sender":"{{{creator}}}","content":{"room_version":"10"}}"""));

    private static long Of(string? levels, string create) =>
        PowerLevels.Of(User, levels is null ? null : JsonDocument.Parse(levels).RootElement, JsonDocument.Parse(create).RootElement);
}

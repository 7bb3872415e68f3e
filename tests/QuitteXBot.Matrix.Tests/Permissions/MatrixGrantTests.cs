using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using QuitteXBot.Commands;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Permissions;

namespace QuitteXBot.Matrix.Tests.Permissions;

public sealed class MatrixGrantTests
{
    [Fact]
    public void Read_UsersAndRooms_GivesGrantsAndPassesOverOtherPlatforms()
    {
        var (grants, errors) = Read(
            ("Moderators:0", "matrix:!room:example.org/50"), ("Moderators:1", "discord:1300000000000000001"), ("Maintainers:0", "matrix:@a:example.org"), ("Maintainers:1", "matrix:!a/b/100"));

        Assert.Empty(errors);
        Assert.Equal(
            [
                new MatrixGrant(Permission.Moderator, null, "!room:example.org", 50),
                new MatrixGrant(Permission.Maintainer, "@a:example.org"),
                new MatrixGrant(Permission.Maintainer, null, "!a/b", 100),
            ],
            grants.AsEnumerable());
    }

    [Fact]
    public void Read_OneText_IsAList() => Assert.Equal(2, Read(("Moderators", "matrix:@a:b.org, matrix:@c:d.org")).Grants.Length);

    [Theory]
    [InlineData("matrix:")]
    [InlineData("matrix:a")]
    [InlineData("matrix:@a")]
    [InlineData("matrix:!room:example.org")]
    [InlineData("matrix:!room:example.org/")]
    [InlineData("matrix:!room:example.org/0")]
    [InlineData("matrix:!room:example.org/-5")]
    [InlineData("matrix:!room:example.org/99999999999999999999")]
    [InlineData("matrix:!/50")]
    [InlineData("matrix:#alias:example.org/50")]
    public void Read_EntryThatNamesNobody_IsWrong(string entry)
    {
        var error = Assert.Single(Read(("Maintainers:0", entry)).Errors);

        Assert.Equal("Permissions:Maintainers", error.Location);
        Assert.Contains("matrix:@user:server", error.Message, StringComparison.Ordinal);
    }

    private static (ImmutableArray<MatrixGrant> Grants, ImmutableArray<Error> Errors) Read(params (string Key, string Value)[] settings) =>
        MatrixGrant.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build());
}

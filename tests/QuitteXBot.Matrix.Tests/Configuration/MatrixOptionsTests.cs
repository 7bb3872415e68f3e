using System.Text;
using Microsoft.Extensions.Configuration;
using QuitteXBot.Matrix.Configuration;

namespace QuitteXBot.Matrix.Tests.Configuration;

public sealed class MatrixOptionsTests
{
    [Fact]
    public void Bind_EveryKey_IsRead()
    {
        var options = Bind("""
            {"Matrix":{"Homeserver":"https://matrix.example.org","UserId":"@bot:example.org","AccessToken":"t","Password":"p","DeviceName":"d","Prefix":"?",
            "RoomPrefixes":[{"Room":"!a:example.org","Prefix":"qx:"}],"Invites":"Listed","InviteFrom":["example.org"],"IgnoredUsers":["@other:example.org"],
            "MaximumAge":"00:10:00","GapLimit":50,"UserBurst":3,"UserRefill":"00:00:07","RoomBurst":9,"RoomRefill":"00:00:01"}}
            """);

        Assert.Equal("qx:", options.PrefixIn("!a:example.org"));
        Assert.Equal("?", options.PrefixIn("!b"));
        Assert.Equal(InvitePolicy.Listed, options.Invites);
        Assert.Equal(["example.org"], options.InviteFrom);
        Assert.Equal(["@other:example.org"], options.IgnoredUsers);
        Assert.Equal(TimeSpan.FromMinutes(10), options.MaximumAge);
        Assert.Equal((50, 3, 9), (options.GapLimit, options.UserBurst, options.RoomBurst));
        Assert.Empty(MatrixOptionsValidator.Validate(options));
    }

    [Theory]
    [InlineData("""{"Homeserver":"ftp://x","AccessToken":"t"}""", "Matrix:Homeserver")]
    [InlineData("""{"Homeserver":"x.org"}""", "Matrix:AccessToken")]
    [InlineData("""{"Homeserver":"x.org","Password":"p"}""", "Matrix:UserId")]
    [InlineData("""{"Homeserver":"x.org","AccessToken":"t","UserId":"bot"}""", "Matrix:UserId")]
    [InlineData("""{"Homeserver":"x.org","AccessToken":"t","RoomPrefixes":[{"Room":"#alias:x.org","Prefix":"?"}]}""", "Matrix:RoomPrefixes:0:Room")]
    [InlineData("""{"Homeserver":"x.org","AccessToken":"t","RoomPrefixes":[{"Room":"!a","Prefix":""}]}""", "Matrix:RoomPrefixes:0:Prefix")]
    [InlineData("""{"Homeserver":"x.org","AccessToken":"t","Invites":"Listed"}""", "Matrix:InviteFrom")]
    [InlineData("""{"Homeserver":"x.org","AccessToken":"t","MaximumAge":"2.00:00:00"}""", "Matrix:MaximumAge")]
    [InlineData("""{"Homeserver":"x.org","AccessToken":"t","UserBurst":0}""", "Matrix:UserBurst")]
    [InlineData("""{"Homeserver":"x.org","AccessToken":"t","RoomRefill":"-00:00:01"}""", "Matrix:RoomRefill")]
    public void Validate_Fault_NamesItsKey(string json, string key)
    {
        var errors = MatrixOptionsValidator.Validate(Bind($$"""{"Matrix":{{json}}}"""));

        Assert.Equal(key, Assert.Single(errors).Location);
    }

    private static MatrixOptions Bind(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("Matrix").Get<MatrixOptions>()!;
    }
}

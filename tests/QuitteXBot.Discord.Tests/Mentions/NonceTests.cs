using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Mentions;

/// <summary>What our own client makes of nonces; Discord.Net sends none.</summary>
public sealed class NonceTests
{
    [Fact]
    public async Task Mention_ReplyDoneButConnectionBroken_IsSentOnce()
    {
        await using var discord = await TestDiscord.StartAsync();
        await using var bot = await TestBot.ConnectAsync(discord);
        var fail = true;
        discord.Faults.Rest = (method, path) => method == "POST" && path.EndsWith("/messages", StringComparison.Ordinal) && Interlocked.Exchange(ref fail, false) ? RestFault.BrokenAfterwards : RestFault.None;

        discord.Users.Write(discord.Users.New("alice"), $"<@{discord.BotId}> pourquoi ?");
        await Waiting.UntilAsync(() => discord.Notes.Count(note => note.EndsWith("/messages", StringComparison.Ordinal)) == 2, TimeSpan.FromSeconds(10), "not tried again");
        await Waiting.UntilAsync(() => bot.Log.Any(line => line.Contains("again in", StringComparison.Ordinal)), TimeSpan.FromSeconds(10), "not logged");

        Assert.Equal(2, discord.Messages.Count);
    }
}

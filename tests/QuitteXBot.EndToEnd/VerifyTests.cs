using Microsoft.Data.Sqlite;

namespace QuitteXBot.EndToEnd;

public sealed class VerifyTests
{
    [Fact]
    public async Task Verify_AsWritten_Passes()
    {
        using var folder = new BotFolder();

        var verified = await BotProcess.RunAsync(folder, null, "verify");

        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
    }

    [Fact]
    public async Task Verify_ByteOfTheIndexChanged_FailsWithTheMend()
    {
        using var folder = new BotFolder();
        await BotProcess.RunAsync(folder, null, "reindex");
        foreach (var file in Directory.GetFiles(Directory.GetDirectories(Path.Combine(folder.Data, "index"), "*", SearchOption.AllDirectories).Single(inner => inner.EndsWith("documents", StringComparison.Ordinal))))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(file, bytes);
        }

        foreach (var verb in new[] { "verify", "chat" })
        {
            var ended = await BotProcess.RunAsync(folder, "/apropos\n", verb);

            Assert.Equal(1, ended.ExitCode);
            Assert.Contains("reindex", ended.Output + ended.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("UPDATE statements SET quote = replace(quote, 'polémiques', 'polémique$')", "polémiques")]
    [InlineData("UPDATE source_texts SET text = replace(text, 'dangereuses', 'dangereuse$')", "polémiques")]
    public async Task Verify_OneByteChangedByHand_FailsAndNamesTheStatement(string change, string wordOfTheStatement)
    {
        using var folder = new BotFolder();
        await BotProcess.RunAsync(folder, null, "reindex");
        string id;
        await using (var connection = new SqliteConnection($"Data Source={folder.Store};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT id FROM statements WHERE quote LIKE '%' || $word || '%'";
            command.Parameters.AddWithValue("$word", wordOfTheStatement);
            id = (string)(await command.ExecuteScalarAsync())!;
            command.CommandText = change;
            Assert.True(await command.ExecuteNonQueryAsync() > 0);
        }

        var verified = await BotProcess.RunAsync(folder, null, "verify");

        Assert.Equal(1, verified.ExitCode);
        Assert.Contains(id, verified.Output, StringComparison.Ordinal);
    }
}

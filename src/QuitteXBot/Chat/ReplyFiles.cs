using System.Globalization;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Chat;

/// <summary>What the console does with the parts of an answer that other platforms show by themselves.</summary>
internal static class ReplyFiles
{
    /// <summary>The answer as it is when all its work is done, its file written into the current folder and told of.</summary>
    public static async Task<Reply> SettleAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (reply.Updates is { } updates)
        {
            await foreach (var update in updates.WithCancellation(cancellationToken))
                reply = update;
        }

        if (reply.File is not { } file)
            return reply;
        var path = FreeName(Path.GetFullPath(Path.GetFileName(file.Name)));
        await File.WriteAllBytesAsync(path, file.Content.ToArray(), cancellationToken);
        return reply with { File = null, Blocks = reply.Blocks.Add(new TextBlock(Texts.In(reply.Language).With(TextKeys.ConsoleFile, path))) };
    }

    private static string FreeName(string path)
    {
        var free = path;
        for (var number = 2; File.Exists(free); number++)
            free = Path.ChangeExtension(path, null) + "-" + number.ToString(CultureInfo.InvariantCulture) + Path.GetExtension(path);
        return free;
    }
}

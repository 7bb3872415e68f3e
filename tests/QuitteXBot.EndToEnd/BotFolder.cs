using QuitteXBot.Testing;

namespace QuitteXBot.EndToEnd;

/// <summary>A working folder with a copy of the shipped seeds, so that a test may break them. The store and index come to stand in its <c>data</c>.</summary>
public sealed class BotFolder : IDisposable
{
    public BotFolder()
    {
        Copy(System.IO.Path.Combine(Repository.Root, "seeds"), System.IO.Path.Combine(Path, "seeds"));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("quittexbot-").FullName;

    public string Data => System.IO.Path.Combine(Path, "data");

    public string Store => System.IO.Path.Combine(Data, "quittexbot.db");

    public string Seed(string name) => System.IO.Path.Combine(Path, "seeds", "sources", name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

namespace QuitteXBot.Configuration;

/// <summary>Where the bot's folders are. A relative path counts from the current folder; seeds and config that are not there are those that ship with the program.</summary>
/// <param name="Data">What the bot writes: the store and the index.</param>
/// <param name="Seeds">Sources and facts to read.</param>
/// <param name="Config">Reasons, platforms, names.</param>
internal sealed record PathsOptions(string Data, string Seeds, string Config)
{
    public string Index => Path.Combine(Data, "index");

    public string Backups => Path.Combine(Data, "backups");

    public static PathsOptions Read(SectionReader section) => new(
        Path.GetFullPath(section.Text("Data", "data")),
        Shipped(section.Text("Seeds", "seeds")),
        Shipped(section.Text("Config", "config")));

    private static string Shipped(string path) =>
        Directory.Exists(path) || Path.IsPathRooted(path) ? Path.GetFullPath(path) : Path.Combine(AppContext.BaseDirectory, path);
}

namespace QuitteXBot.Configuration;

/// <param name="ConnectionString">For SQLite the file's path; empty means <c>quittexbot.db</c> under <c>Paths:Data</c>.</param>
internal sealed record StorageOptions(string Provider, string ConnectionString)
{
    public static StorageOptions Read(SectionReader section) => new(
        section.Choice("Provider", "Sqlite", ["Sqlite"]),
        section.Text("ConnectionString", ""));
}

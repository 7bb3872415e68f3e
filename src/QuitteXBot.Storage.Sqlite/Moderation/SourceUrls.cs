using QuitteXBot.Core.Sources;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Finds a held source by its address, however that is written.</summary>
internal static class SourceUrls
{
    public static Source? Find(Database database, string url)
    {
        var wanted = Canonical(url);
        string? archived = null;
        string? read = null;
        using (var rows = database.Query("SELECT id, url, archive_url FROM sources WHERE withdrawn = 0 ORDER BY id"))
        {
            while (read is null && rows.Read())
            {
                if (rows.TextOrNull(1) is { } address && Canonical(address) == wanted)
                    read = rows.Text(0);
                if (archived is null && rows.TextOrNull(2) is { } archive && Canonical(archive) == wanted)
                    archived = rows.Text(0);
            }
        }

        return (read ?? archived) is { } id ? SourceReader.Find(database, id) : null;
    }

    /// <summary>The address without what does not tell pages apart: scheme, <c>www.</c>, fragment, trailing slash, parameters of campaigns.</summary>
    private static string Canonical(string url)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return url.Trim();
        var host = address.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.IdnHost[4..] : address.IdnHost;
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !parameter.StartsWith("utm_", StringComparison.OrdinalIgnoreCase));
        return $"{host}{port}{address.AbsolutePath.TrimEnd('/')}?{string.Join('&', kept)}";
    }
}

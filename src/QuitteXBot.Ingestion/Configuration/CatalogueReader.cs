using System.Collections.Immutable;
using QuitteXBot.Core;
using QuitteXBot.Core.Platforms;
using QuitteXBot.Core.Reasons;
using QuitteXBot.Core.Results;
using YamlDotNet.RepresentationModel;

namespace QuitteXBot.Ingestion.Configuration;

/// <summary>Reads <c>reasons.yml</c> and <c>platforms.yml</c>. YAML is slow to start: not for the way of a question.</summary>
public static class CatalogueReader
{
    public const string ReasonsFile = "reasons.yml";
    public const string PlatformsFile = "platforms.yml";

    /// <summary>The catalogue, or the first fault of it with its file and line.</summary>
    public static Result<Catalogue> Read(string configFolder)
    {
        var reasons = Entries(configFolder, ReasonsFile, ReadReason);
        if (!reasons.IsSuccess)
            return reasons.Error;
        var platforms = Entries(configFolder, PlatformsFile, ReadPlatform);
        return platforms.IsSuccess ? new Catalogue(reasons.Value, platforms.Value) : platforms.Error;
    }

    private static Result<ImmutableArray<T>> Entries<T>(string folder, string file, Func<EntryReader, T> read)
        where T : notnull
    {
        var name = $"config/{file}";
        var root = YamlFile.Read(Path.Combine(folder, file), name);
        if (!root.IsSuccess)
            return root.Error;
        if (root.Value is not YamlSequenceNode sequence)
            return new Error("catalogue-invalid", "The file must be a list of entries.", YamlFile.At(name, root.Value));
        var limits = new CatalogueLimits(name);
        if (limits.Refuse(sequence) is { } tooMany)
            return tooMany;
        var entries = ImmutableArray.CreateBuilder<T>();
        foreach (var node in sequence)
        {
            var reader = new EntryReader(name, node);
            var entry = read(reader);
            if ((reader.Finish() ?? limits.Refuse(reader)) is { } error)
                return error;
            entries.Add(entry);
        }

        return entries.ToImmutable();
    }

    private static Reason ReadReason(EntryReader entry) =>
        new(entry.Key(), entry.Text("fr"), entry.Text("en"), entry.Words("vocabulary", "fr"), entry.Words("vocabulary", "en"));

    private static Platform ReadPlatform(EntryReader entry) => new(entry.Key(), entry.Text("name"), entry.Words("spellings"));
}

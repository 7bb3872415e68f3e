using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Search.Names.Gazetteers;

namespace QuitteXBot.Search.Names;

/// <summary>The organisations that the configuration folder names.</summary>
/// <param name="Organisations">Territories of <c>gazetteer/*.csv</c> and <c>organisations.csv</c>, with the aliases of <c>aliases.csv</c>.</param>
/// <param name="Problems">Rows that could not be read, each with its file and line; all others were.</param>
public sealed record Gazetteer(ImmutableArray<Organisation> Organisations, ImmutableArray<Error> Problems)
{
    /// <summary>Reads the folder; fails only where one of its files is missing or cannot be opened.</summary>
    public static Result<Gazetteer> Read(string configFolder)
    {
        var reader = new GazetteerReader(configFolder);
        return reader.Read() is { } error ? error : new Gazetteer(reader.Organisations(), [.. reader.Problems]);
    }
}

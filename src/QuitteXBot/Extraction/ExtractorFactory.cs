using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Results;
using QuitteXBot.Ingestion;
using QuitteXBot.Ingestion.Configuration;
using QuitteXBot.Search.Names;

namespace QuitteXBot.Extraction;

/// <summary>Makes the extractor from the configuration alone, without store or index.</summary>
internal static class ExtractorFactory
{
    /// <param name="report">Gets what is wrong with single rows of the gazetteer; the others are used.</param>
    public static Result<IExtractor> Create(string configFolder, Action<Error> report)
    {
        var catalogue = CatalogueReader.Read(configFolder);
        if (!catalogue.IsSuccess)
            return catalogue.Error;
        var gazetteer = Gazetteer.Read(configFolder);
        if (!gazetteer.IsSuccess)
            return gazetteer.Error;
        foreach (var fault in gazetteer.Value.Problems)
            report(fault);
        return new Extractor(catalogue.Value, NameIndex.FromOrganisations(gazetteer.Value.Organisations.Select(organisation => (organisation, false))));
    }
}

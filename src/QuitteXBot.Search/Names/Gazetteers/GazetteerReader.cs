using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Search.Names.Gazetteers;

/// <summary>Reads the CSV files of the configuration folder.</summary>
internal sealed class GazetteerReader(string folder)
{
    /// <summary>A commune of that size calls itself a town.</summary>
    private const int TownPopulation = 2_000;

    private readonly Dictionary<string, Organisation> _organisations = new(40_000, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _regionOfDepartement = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _aliases = new(StringComparer.Ordinal);

    public List<Error> Problems { get; } = [];

    /// <summary>Reads all files; the first that cannot be read at all.</summary>
    public Error? Read() => ReadRegions() ?? ReadDepartements() ?? ReadCommunes() ?? ReadEpci() ?? ReadOrganisations() ?? ReadAliases();

    public ImmutableArray<Organisation> Organisations()
    {
        foreach (var (id, aliases) in _aliases)
            _organisations[id] = _organisations[id] with { Aliases = [.. _organisations[id].Aliases.Concat(aliases).Distinct(StringComparer.Ordinal)] };
        return [.. _organisations.Values];
    }

    private Error? ReadRegions() => CsvTable.Read(folder, "gazetteer/regions.csv", ["code", "name", "official_name", "population"], Problems, row =>
        row.TryNumber(3, out var population)
            ? Add(row, new Organisation
            {
                Id = "region-" + row[0],
                Kind = OrganisationKind.Region,
                Name = row.Optional(2) ?? $"Région {row[1]}",
                ShortName = row[1],
                Code = row[0],
                Population = population,
            })
            : NoNumber(row, "population"));

    private Error? ReadDepartements() => CsvTable.Read(
        folder, "gazetteer/departements.csv", ["code", "name", "liaison", "official_name", "region", "governed_by", "population"], Problems, row =>
        {
            if (!row.TryNumber(2, out var article))
                return NoNumber(row, "liaison");
            if (!row.TryNumber(6, out var population))
                return NoNumber(row, "population");
            _regionOfDepartement[row[0]] = row[4];
            return Add(row, new Organisation
            {
                Id = "departement-" + row[0],
                Kind = OrganisationKind.Departement,
                Name = row.Optional(3) ?? OfficialNames.After("Département", row[1], article ?? 0, hasArticle: false),
                ShortName = row[5].Length > 0 ? null : row[1],
                Code = row[0],
                RegionCode = row.Optional(4),
                Population = population,
            });
        });

    private Error? ReadCommunes() => CsvTable.Read(folder, "gazetteer/communes.csv", ["code", "name", "liaison", "departement", "population"], Problems, row =>
    {
        if (!row.TryNumber(2, out var article))
            return NoNumber(row, "liaison");
        if (!row.TryNumber(4, out var population))
            return NoNumber(row, "population");
        return Add(row, new Organisation
        {
            Id = "commune-" + row[0],
            Kind = OrganisationKind.Commune,
            Name = CommuneName(row[1], article ?? 0, population),
            ShortName = row[1],
            Code = row[0],
            DepartementCode = row.Optional(3),
            RegionCode = RegionOf(row[3]),
            Population = population,
        });
    });

    private Error? ReadEpci() => CsvTable.Read(folder, "gazetteer/epci.csv", ["siren", "name", "type", "departement", "population"], Problems, row =>
    {
        if (!row.TryNumber(4, out var population))
            return NoNumber(row, "population");
        var name = EpciName.Of(row[1]);
        return Add(row, new Organisation
        {
            Id = "epci-" + row[0],
            Kind = OrganisationKind.Epci,
            Name = name.Official,
            ShortName = name.Short,
            Aliases = name.Abbreviation is null ? [] : [name.Abbreviation],
            Code = row[0],
            DepartementCode = row.Optional(3),
            RegionCode = RegionOf(row[3]),
            Population = population,
        });
    });

    private Error? ReadOrganisations() => CsvTable.Read(
        folder, "organisations.csv", ["id", "kind", "name", "short_name", "aliases", "country", "departement", "region", "code"], Problems, row =>
        {
            if (!OrganisationKinds.TryParse(row[1], out var kind))
                return row.Problem("organisation-kind-unknown", $"« {row[1]} » is no kind of organisation; config/README.md lists them.");
            if (!row[0].StartsWith(kind.Name() + "-", StringComparison.Ordinal))
                return row.Problem("organisation-id-wrong", $"The id must begin with the kind: {kind.Name()}-….");
            if (row[5].Length != 2)
                return row.Problem("organisation-country-wrong", $"« {row[5]} » is no country code of two letters (ISO 3166-1).");
            return Add(row, new Organisation
            {
                Id = row[0],
                Kind = kind,
                Name = row[2],
                ShortName = row.Optional(3),
                Aliases = [.. row[4].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
                Country = row[5],
                DepartementCode = row.Optional(6),
                RegionCode = row.Optional(7),
                Code = row.Optional(8),
            });
        });

    private Error? ReadAliases() => CsvTable.Read(folder, "aliases.csv", ["alias", "id"], Problems, row =>
    {
        if (row[0].Length == 0)
            return row.Problem("alias-empty", "The alias is empty.");
        if (!_organisations.ContainsKey(row[1]))
            return row.Problem("alias-organisation-unknown", $"No organisation has the id « {row[1]} ».");
        if (!_aliases.TryGetValue(row[1], out var aliases))
            _aliases[row[1]] = aliases = [];
        aliases.Add(row[0]);
        return null;
    });

    private Error? Add(CsvTable row, Organisation organisation)
    {
        if (string.IsNullOrEmpty(row[0]) || string.IsNullOrEmpty(organisation.Name) || NameFolding.Fold(organisation.Name).Length == 0)
            return row.Problem("gazetteer-row-incomplete", "The row has no code or no name.");
        return _organisations.TryAdd(organisation.Id, organisation)
            ? null
            : row.Problem("gazetteer-row-twice", $"Another row has the id {organisation.Id} already.");
    }

    // Where nobody lives (Kerguelen, Clipperton) there is no commune to speak of, though the list has one.
    private static string CommuneName(string name, int article, int? population) => population switch
    {
        null => name,
        >= TownPopulation => OfficialNames.After("Ville", name, article, hasArticle: true),
        _ => OfficialNames.After("Commune", name, article, hasArticle: true),
    };

    private string? RegionOf(string departement) => _regionOfDepartement.GetValueOrDefault(departement) is { Length: > 0 } region ? region : null;

    private static Error NoNumber(CsvTable row, string column) => row.Problem("gazetteer-number-wrong", $"The column {column} has no whole number.");
}

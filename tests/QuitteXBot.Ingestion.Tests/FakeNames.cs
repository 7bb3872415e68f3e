using QuitteXBot.Core.Organisations;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Tests;

/// <summary>A resolver over a few organisations, each known by its name and aliases, articles aside.</summary>
internal sealed class FakeNames(params Organisation[] organisations) : IOrganisationResolver
{
    public static FakeNames Territories { get; } = new(
        Of("region-44", OrganisationKind.Region, "Région Grand Est", "Grand Est", "conseil régional du Grand Est"),
        Of("region-53", OrganisationKind.Region, "Région Bretagne", "conseil régional de Bretagne"),
        Of("departement-54", OrganisationKind.Departement, "Département de Meurthe-et-Moselle", "Meurthe-et-Moselle", "conseil départemental de Meurthe-et-Moselle"),
        Of("departement-57", OrganisationKind.Departement, "Département de la Moselle", "Moselle", "conseil départemental de la Moselle"),
        Of("departement-35", OrganisationKind.Departement, "Département d’Ille-et-Vilaine", "Ille-et-Vilaine"),
        Of("commune-75056", OrganisationKind.Commune, "Ville de Paris", "Paris", "mairie de Paris"),
        Of("commune-54395", OrganisationKind.Commune, "Ville de Nancy", "Nancy", "mairie de Nancy"),
        Of("commune-86194", OrganisationKind.Commune, "Ville de Poitiers", "Poitiers", "mairie de Poitiers"),
        Of("commune-35238", OrganisationKind.Commune, "Ville de Rennes", "mairie de Rennes", "Rennes"),
        Of("epci-243500139", OrganisationKind.Epci, "Rennes Métropole"),
        Of("university-universite-de-bordeaux", OrganisationKind.University, "Université de Bordeaux"),
        Of("university-universite-rennes-2", OrganisationKind.University, "Université Rennes 2", "Rennes 2"),
        Of("hospital-ap-hp", OrganisationKind.Hospital, "Assistance publique – Hôpitaux de Paris", "AP-HP"),
        Of("union-cfdt", OrganisationKind.Union, "CFDT"),
        Of("media-ouest-france", OrganisationKind.Media, "Ouest-France"),
        Of("media-liberation", OrganisationKind.Media, "Libération"),
        Of("media-le-monde", OrganisationKind.Media, "Le Monde"),
        Of("association-ldh", OrganisationKind.Association, "Ligue des droits de l’Homme", "LDH"),
        Of("movement-helloquittex", OrganisationKind.Movement, "HelloQuitteX"));

    private static readonly HashSet<string> Articles = ["la", "le", "les", "l", "du", "de", "des", "d"];

    private readonly PhraseTable<Organisation> names = new(
        organisations.SelectMany(organisation => organisation.Aliases.Append(organisation.Name).Select(name => (name, organisation))));

    public static Organisation Of(string id, OrganisationKind kind, string name, params string[] aliases) =>
        new() { Id = id, Kind = kind, Name = name, Aliases = [.. aliases] };

    public Resolution Resolve(string name) => ResolveExactly(name);

    public Resolution ResolveExactly(string name)
    {
        var words = new WordList(name);
        for (var first = 0; first < words.Count; first++)
        {
            var (length, found) = names.At(words, first);
            if (length > 0 && first + length == words.Count)
                return found.Length == 1 ? Resolved(found[0]) : new Resolution(ResolutionOutcome.Ambiguous, null, found);
            if (!Articles.Contains(words.At(first)))
                break;
        }

        return new Resolution(ResolutionOutcome.Unknown, null, []);
    }

    public IReadOnlyList<NameMention> FindMentions(string text)
    {
        var words = new WordList(text);
        var mentions = new List<NameMention>();
        for (var i = 0; i < words.Count; i++)
        {
            var (length, found) = names.At(words, i);
            if (length == 0 || (!words[i].Capital && length == 1))
                continue;
            mentions.Add(new NameMention(words[i].Start, words[i + length - 1].End - words[i].Start, Resolved(found[0])));
            i += length - 1;
        }

        return mentions;
    }

    public IReadOnlyList<Organisation> Complete(string prefix, int limit) => [];

    public Organisation? Find(string id) => organisations.FirstOrDefault(organisation => organisation.Id == id);

    private static Resolution Resolved(Organisation organisation) => new(ResolutionOutcome.Resolved, organisation, [organisation]);
}

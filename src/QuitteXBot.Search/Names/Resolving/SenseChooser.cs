using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>
/// Chooses among the organisations that one name may mean. A commune, a département or a région carries the bare name; a métropole or a
/// university of that name counts beside it only once something is recorded of one of them. Where the choice is not plain, it is left to the user.
/// </summary>
internal sealed class SenseChooser(NameFile file)
{
    /// <summary>A homonym is plainly meant from that population on, and that many times the size of each other one.</summary>
    private const int PlainPopulation = 20_000;
    private const int PlainRatioWithinKind = 20;
    private const int PlainRatioAcrossKinds = 100;

    /// <param name="kindSaid">The wording says the kind, and the senses are of it.</param>
    public Choice Choose(List<Sense> senses, bool kindSaid)
    {
        var carriers = new OrganisationList();
        var named = new OrganisationList();
        var cores = new OrganisationList();
        foreach (var sense in senses)
        {
            var facts = file.Facts(sense.Organisation);
            if (sense.Role == FormRole.Name)
                (IsTerritory(facts.Kind) ? carriers : named).Add(sense.Organisation);
            else if (kindSaid || sense.Role == FormRole.Core || (sense.Role == FormRole.QuietCore && facts.HasRecords))
                cores.Add(sense.Organisation);
        }

        if (carriers.Count > 0)
            return ChooseCarrier(carriers, named, cores, kindSaid);
        return named.Count > 0 ? OneOrAll(named) : ChooseCore(cores, kindSaid);
    }

    /// <summary>The one beside which the others are not worth asking about, or -1.</summary>
    public int Dominant(OrganisationList organisations)
    {
        var first = organisations[0];
        for (var index = 1; index < organisations.Count; index++)
        {
            if (file.Facts(organisations[index]).Population > file.Facts(first).Population)
                first = organisations[index];
        }

        if (organisations.Count == 1)
            return first;
        var facts = file.Facts(first);
        if (facts.Population < PlainPopulation)
            return -1;
        for (var index = 0; index < organisations.Count; index++)
        {
            var other = file.Facts(organisations[index]);
            if (organisations[index] != first && (other.HasRecords || (long)other.Population * Ratio(facts, other) > facts.Population))
                return -1;
        }

        return first;
    }

    /// <summary>The name beside whose organisations those of the other names are not worth asking about; null where there is none.</summary>
    public Choice? Dominant(List<Choice> names)
    {
        foreach (var name in names)
        {
            var outweighs = true;
            foreach (var other in names)
                outweighs &= other == name || Outweighs(name.Organisations, other.Organisations);
            if (outweighs)
                return name;
        }

        return null;
    }

    private bool Outweighs(OrganisationList name, OrganisationList other)
    {
        for (var index = 0; index < other.Count; index++)
        {
            if (name.Contains(other[index]))
                continue;
            var outweighed = false;
            for (var heavier = 0; heavier < name.Count && !outweighed; heavier++)
                outweighed = Outweighs(file.Facts(name[heavier]), file.Facts(other[index]));
            if (!outweighed)
                return false;
        }

        return true;
    }

    private static bool Outweighs(OrganisationFacts heavier, OrganisationFacts lighter) => !lighter.HasRecords
        && ((heavier.Population >= PlainPopulation && (long)lighter.Population * Ratio(heavier, lighter) <= heavier.Population)
            || (heavier.HasRecords && !KeyProminence.IsKnown(lighter)));

    private static int Ratio(OrganisationFacts first, OrganisationFacts second) =>
        first.Kind == second.Kind ? PlainRatioWithinKind : PlainRatioAcrossKinds;

    private Choice ChooseCarrier(OrganisationList carriers, OrganisationList named, OrganisationList cores, bool kindSaid)
    {
        var rivals = new OrganisationList();
        rivals.AddAll(named);
        if (IsAnyRecorded(cores))
            rivals.AddAll(cores);
        var meant = Dominant(carriers);
        if (meant >= 0 && (kindSaid || rivals.Count == 0))
            return Choice.Of(OrganisationList.Of(meant));
        var all = meant >= 0 ? OrganisationList.Of(meant) : carriers.Ranked(file);
        all.AddAll(rivals.Ranked(file));
        return Choice.Of(all);
    }

    // "Franche-Comté" is not the university of that name, nor "Aachen": who means it says so. An intercommunality has no other name.
    private Choice ChooseCore(OrganisationList cores, bool kindSaid)
    {
        if (cores.Count == 0)
            return Choice.Nobody;
        if (kindSaid)
            return OneOrAll(cores);
        for (var index = 0; index < cores.Count; index++)
        {
            if (file.Facts(cores[index]).Kind == OrganisationKind.Epci)
                return OneOrAll(cores);
        }

        return Choice.Near(cores.Ranked(file));
    }

    private Choice OneOrAll(OrganisationList organisations) =>
        Choice.Of(Dominant(organisations) is >= 0 and var meant ? OrganisationList.Of(meant) : organisations.Ranked(file));

    private bool IsAnyRecorded(OrganisationList organisations)
    {
        for (var index = 0; index < organisations.Count; index++)
        {
            if (file.Facts(organisations[index]).HasRecords)
                return true;
        }

        return false;
    }

    private static bool IsTerritory(OrganisationKind kind) => kind is OrganisationKind.Region or OrganisationKind.Departement or OrganisationKind.Commune;
}

using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Makes one organisation of two.</summary>
internal sealed class MergeWriter(Entities entities, string actor)
{
    public Error? Write(OrganisationMerge merge)
    {
        if (merge.From == merge.Into)
            throw new ArgumentException($"{merge.From} cannot be merged into itself.", nameof(merge));
        if (entities.Organisations.Find(merge.From) is not { } old)
            return Versions.NotFound(merge.From);
        if (entities.Organisations.Find(merge.Into) is not { } into)
            return Versions.NotFound(merge.Into);
        if (old.MergedInto is not null)
            return Versions.Conflict(merge.From);
        if (into.MergedInto is not null)
            return Versions.Conflict(merge.Into);

        var named = into.Organisation with { Aliases = [.. Names(into.Organisation, old.Organisation)] };
        entities.Put(into, into with { Organisation = named, Withdrawn = false, EditedBy = actor });
        entities.Put(old, old with { MergedInto = merge.Into });
        foreach (var earlier in entities.Organisations.MergedInto(merge.From))
            entities.Put(earlier, earlier with { MergedInto = merge.Into });
        Move(old.Organisation, named);
        return null;
    }

    /// <summary>What is moved is not edited: where the seeds govern it they go on to, with the organisation that it was moved to.</summary>
    private void Move(Organisation from, Organisation into)
    {
        foreach (var statement in entities.Statements.OfOrganisation(from.Id))
            entities.Put(statement, statement with { Statement = Merged.Move(statement.Statement, into) });
        foreach (var report in entities.Reports.OfOrganisation(from.Id))
            entities.Put(report, report with { Report = report.Report with { OrganisationId = into.Id } });
        entities.Persons.Move(from.Id, into.Id);
    }

    private static IEnumerable<string> Names(Organisation into, Organisation from) =>
        into.Aliases.Concat([from.Name, from.ShortName ?? "", .. from.Aliases])
            .Where(name => name.Length > 0 && name != into.Name && name != into.ShortName)
            .Distinct(StringComparer.Ordinal);
}

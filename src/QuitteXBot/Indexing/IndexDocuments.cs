using System.Runtime.CompilerServices;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Indexing;

/// <summary>What the store holds, as the index is told of it: statements first, then the sources' paragraphs.</summary>
internal sealed class IndexDocuments(IStore store, IReadOnlyDictionary<string, Organisation> organisations)
{
    public async IAsyncEnumerable<IndexDocument> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var languages = (await store.ListSourcesAsync(cancellationToken)).ToDictionary(source => source.Id, source => source.Language);
        await foreach (var cited in store.AllStatementsAsync(cancellationToken))
            yield return Document(cited, languages.GetValueOrDefault(cited.Citation.SourceId, "fr"));
        foreach (var id in languages.Keys.Where(id => !ExcerptSource.IsExcerpt(id)).Order(StringComparer.Ordinal))
        {
            if (await store.FindSourceAsync(id, cancellationToken) is not { } source)
                continue;
            foreach (var paragraph in Paragraphs.Of(source))
                yield return paragraph;
        }
    }

    public IndexDocument Document(CitedStatement cited, string language)
    {
        var (statement, citation) = cited;
        var organisation = statement.Attribution.OrganisationId is { } id ? organisations.GetValueOrDefault(id) : null;
        return new IndexDocument
        {
            Kind = DocumentKind.Statement,
            Id = statement.Id,
            Text = statement.Quote.Text,
            Language = language,
            OrganisationId = statement.Attribution.OrganisationId,
            OrganisationName = organisation is null ? statement.Attribution.OrganisationName : $"{organisation.Name} {organisation.ShortName}",
            Speaker = statement.Attribution.Speaker,
            Outlet = citation.Outlet,
            Title = citation.Title,
            Reasons = statement.Reasons,
        };
    }
}

using System.Text.Json;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Exchange;

/// <summary>All that is recorded, in one of three formats.</summary>
internal static class Exporter
{
    /// <param name="format"><c>json</c>, <c>csv</c> or <c>jsonld</c>.</param>
    public static async Task WriteAsync(IStore store, IStoreTransfer transfer, string format, Stream stream, CancellationToken cancellationToken)
    {
        switch (format)
        {
            case "csv":
                var organisations = new Dictionary<string, Organisation>();
                await foreach (var organisation in store.OrganisationsAsync(cancellationToken))
                    organisations[organisation.Id] = organisation;
                await using (var writer = new StreamWriter(stream, leaveOpen: true))
                    await StatementCsv.WriteAsync(StoreReading.StatementsAsync(store, cancellationToken), organisations, writer, cancellationToken);
                break;
            case "jsonld":
                await StatementJsonLd.WriteAsync(StoreReading.StatementsAsync(store, cancellationToken), stream, cancellationToken);
                break;
            default:
                var document = await StoreReading.ReadAllAsync(store, cancellationToken) with { Log = await transfer.ReadLogAsync(cancellationToken) };
                await JsonSerializer.SerializeAsync(stream, document, ExchangeJson.Default.ExchangeDocument, cancellationToken);
                break;
        }
    }
}

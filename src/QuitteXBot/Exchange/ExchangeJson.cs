using System.Text.Json;
using System.Text.Json.Serialization;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Exchange;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    Converters =
    [
        typeof(PartialDateConverter), typeof(KebabCase<OrganisationKind>), typeof(KebabCase<DepartureAction>), typeof(KebabCase<StatementTopic>),
        typeof(KebabCase<StatementStatus>), typeof(KebabCase<AttributionBasis>), typeof(KebabCase<PageState>),
    ])]
[JsonSerializable(typeof(ExchangeDocument))]
internal sealed partial class ExchangeJson : JsonSerializerContext;

internal sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

internal sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PartialDate.TryParse(reader.GetString(), out var date)
            ? date
            : throw new JsonException("a date is written as 2025, 2025-01 or 2025-01-20");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

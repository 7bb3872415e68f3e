using System.Text.Json.Serialization;

namespace QuitteXBot.Commands.Moderation;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StatementFields))]
internal sealed partial class StatementFieldsJson : JsonSerializerContext;

using System.Collections.Immutable;
using System.Text.Json;
using QuitteXBot.Core.Moderation;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>What is other in two states of the log, field by field; an object within (a citation) gives <c>citation.outlet</c>.</summary>
internal static class FieldDiff
{
    /// <summary>Who edited last is told by the entry itself.</summary>
    private const string EditedBy = "editedBy";

    public static ImmutableArray<FieldChange> Of(string? before, string? after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return
        [
            .. now.Keys.Concat(old.Keys.Where(field => !now.ContainsKey(field)))
                .Select(field => new FieldChange(field, old.GetValueOrDefault(field), now.GetValueOrDefault(field)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static OrderedDictionary<string, string?> Fields(string? json)
    {
        var fields = new OrderedDictionary<string, string?>();
        if (json is null)
            return fields;
        using var document = JsonDocument.Parse(json);
        Add(fields, "", document.RootElement);
        return fields;
    }

    private static void Add(OrderedDictionary<string, string?> fields, string path, JsonElement parent)
    {
        foreach (var property in parent.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
                Add(fields, path + property.Name + ".", property.Value);
            else if (property.Name != EditedBy)
                fields.Add(path + property.Name, Text(property.Value));
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array => value.GetArrayLength() == 0 ? null : string.Join(", ", value.EnumerateArray().Select(Text)),
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}

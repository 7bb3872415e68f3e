using System.Text.Json;
using Microsoft.Extensions.Configuration;
using QuitteXBot.Configuration;
using QuitteXBot.Testing;

namespace QuitteXBot.Tests.Configuration;

/// <summary>The example shows every key, the schema describes every key, and the options accept them.</summary>
public sealed class ExampleSettingsTests
{
    private static readonly string Root = Repository.Root;

    [Fact]
    public void Example_ReadAsSettings_IsAccepted()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(Root, "appsettings.example.json")).Build();

        var (_, errors) = BotOptions.Read(new ConfigurationTree(configuration));

        Assert.Empty(errors);
    }

    [Fact]
    public void Example_AgainstTheSchema_HasEveryKeyWithAValidValue()
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "appsettings.example.json")));
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "config", "appsettings.schema.json")));

        Assert.Empty(Faults("", example.RootElement, schema.RootElement));
    }

    private static IEnumerable<string> Faults(string path, JsonElement value, JsonElement schema)
    {
        var type = schema.GetProperty("type").GetString();
        var fits = (type, value.ValueKind) is ("object", JsonValueKind.Object) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number)
            or ("integer", JsonValueKind.Number) or ("array", JsonValueKind.Array) or ("boolean", JsonValueKind.True or JsonValueKind.False);
        if (!fits)
            yield return $"{path}: {value.ValueKind} is no {type}";
        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(choice => choice.GetString() == value.GetString()))
            yield return $"{path}: {value} is none of {choices}";
        if (type != "object")
            yield break;
        var properties = schema.GetProperty("properties");
        foreach (var property in value.EnumerateObject().Where(property => !properties.TryGetProperty(property.Name, out _)))
            yield return $"{path}/{property.Name}: not in the schema";
        foreach (var property in properties.EnumerateObject())
        {
            if (!value.TryGetProperty(property.Name, out var inner))
                yield return $"{path}/{property.Name}: not in the example";
            else
                foreach (var fault in Faults($"{path}/{property.Name}", inner, property.Value))
                    yield return fault;
        }
    }
}

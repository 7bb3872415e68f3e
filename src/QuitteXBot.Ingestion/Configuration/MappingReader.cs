using QuitteXBot.Core.Results;
using YamlDotNet.RepresentationModel;

namespace QuitteXBot.Ingestion.Configuration;

/// <summary>Reads the keys of one YAML mapping and gathers every fault with its file and line.</summary>
internal sealed class MappingReader
{
    private readonly string name;
    private readonly string code;
    private readonly ICollection<Error> errors;
    private readonly YamlNode node;
    private readonly HashSet<string> known = [];

    public MappingReader(string name, string code, YamlNode node, ICollection<Error> errors)
    {
        (this.name, this.code, this.node, this.errors) = (name, code, node, errors);
        if (node is not YamlMappingNode)
            Fail("This must be a mapping of keys and values.", node);
    }

    public long Line => node.Start.Line;

    public bool Has(string key) => Find(key) is not null;

    public YamlNode? Find(string key)
    {
        known.Add(key);
        return node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
    }

    /// <summary>A text without the white space around it; null where the key is missing, empty or at fault.</summary>
    public string? Text(string key, int longest, bool required = false)
    {
        var child = Find(key);
        switch (child)
        {
            case YamlScalarNode { Value: { } value } scalar when !(scalar.Style == YamlDotNet.Core.ScalarStyle.Plain && value is "" or "~" or "null"):
                var text = value.Trim();
                if (text.Length is 0 || text.Length > longest)
                    break;
                return text;
            case null or YamlScalarNode when !required:
                return null;
        }

        Fail(child is null ? $"'{key}' is missing." : $"'{key}' must be a text of 1 to {longest} characters.", child);
        return null;
    }

    /// <summary>A text that a reading makes something of; <paramref name="expected"/> says what is wanted.</summary>
    public T? Value<T>(string key, string expected, Func<string, T?> read, bool required = false)
        where T : struct
    {
        if (Text(key, 200, required) is not { } text)
            return null;
        var value = read(text);
        if (value is null)
            Fail($"'{text}' is no {expected}.", Find(key));
        return value;
    }

    public void Fail(string message, YamlNode? at = null) => errors.Add(new Error(code, message, YamlFile.At(name, at ?? node)));

    /// <summary>Tells every key that nothing asked for: a slip of the pen would else be lost in silence.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var key in (node as YamlMappingNode)?.Children.Keys ?? [])
        {
            if (key is not YamlScalarNode { Value: { } text } || !known.Contains(text))
                Fail($"'{key}' is not known here; known are {string.Join(", ", known)}.", key);
        }
    }
}

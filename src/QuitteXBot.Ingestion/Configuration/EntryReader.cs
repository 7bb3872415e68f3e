using System.Collections.Immutable;
using QuitteXBot.Core.Results;
using QuitteXBot.Ingestion.Words;
using YamlDotNet.RepresentationModel;

namespace QuitteXBot.Ingestion.Configuration;

/// <summary>Reads one entry of a catalogue file and keeps the first fault. After a fault, what it reads is empty and not to be used.</summary>
internal sealed class EntryReader
{
    private const int LongestText = 100;
    private const int MostWords = 500;

    private readonly string name;
    private readonly YamlMappingNode? mapping;
    private readonly HashSet<string> known = [];
    private readonly List<(string Word, long Line)> allWords = [];
    private Error? fault;

    public EntryReader(string name, YamlNode node)
    {
        this.name = name;
        mapping = node as YamlMappingNode;
        Location = YamlFile.At(name, node);
        if (mapping is null)
            Fail("An entry must be a mapping of keys and values.", node);
    }

    public string Location { get; }

    public string Identity { get; private set; } = "";

    /// <summary>All words read, folded, with their lines.</summary>
    public IReadOnlyList<(string Word, long Line)> AllWords => allWords;

    /// <summary>The entry's key: lower-case letters, digits and hyphens.</summary>
    public string Key()
    {
        Identity = Text("key");
        if (!Identity.All(unit => char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit) || unit == '-'))
            Fail($"The key '{Identity}' may have lower-case letters, digits and hyphens only.", mapping!);
        return Identity;
    }

    public string Text(string key)
    {
        if (Child(mapping, key) is not { } node)
        {
            Fail($"'{key}' is missing.", mapping);
            return "";
        }

        return Scalar(node, key);
    }

    /// <summary>A list of words and phrases; under a second key where one is given. A list that is missing is a fault.</summary>
    public ImmutableArray<string> Words(string key, string? inner = null)
    {
        var node = Child(mapping, key);
        if (inner is not null && node is YamlMappingNode group)
        {
            foreach (var language in group.Children.Keys)
            {
                if (language is not YamlScalarNode { Value: "fr" or "en" })
                    Fail($"'{language}' is not known here.", language);
            }

            node = Child(group, inner, remember: false);
        }

        if (node is not YamlSequenceNode list || list.Children.Count > MostWords)
        {
            Fail($"'{key}{(inner is null ? "" : "." + inner)}' must be a list of {MostWords} words at most.", node ?? mapping);
            return [];
        }

        return [.. list.Select(Word)];
    }

    /// <summary>The first fault, an unknown key included.</summary>
    public Error? Finish()
    {
        foreach (var key in mapping?.Children.Keys ?? [])
        {
            if (key is not YamlScalarNode { Value: { } text } || !known.Contains(text))
                Fail($"'{key}' is not known here.", key);
        }

        return fault;
    }

    private string Word(YamlNode node)
    {
        var word = Scalar(node, "word");
        var folded = string.Join(' ', Enumerable.Range(0, new WordList(word).Count).Select(new WordList(word).At)) + (word.EndsWith('*') ? "*" : "");
        if (folded.Length == 0 || folded == "*")
            Fail($"'{word}' has no letter.", node);
        allWords.Add((folded, node.Start.Line));
        return word;
    }

    private string Scalar(YamlNode node, string what)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 and <= LongestText } text } && text.Trim().Length > 0)
            return text;
        Fail($"'{what}' must be a text of 1 to {LongestText} characters.", node);
        return "";
    }

    private YamlNode? Child(YamlMappingNode? parent, string key, bool remember = true)
    {
        if (remember)
            known.Add(key);
        return parent is not null && parent.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
    }

    private void Fail(string message, YamlNode? node) =>
        fault ??= new Error("catalogue-invalid", message, node is null ? Location : YamlFile.At(name, node));
}

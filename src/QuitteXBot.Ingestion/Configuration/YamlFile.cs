using QuitteXBot.Core.Results;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace QuitteXBot.Ingestion.Configuration;

/// <summary>A YAML file as nodes that know their line.</summary>
internal static class YamlFile
{
    /// <summary>UTF-8 bytes; a metadata or catalogue file is far smaller.</summary>
    public const int LargestFile = 1_000_000;

    private const int DeepestNesting = 16;

    /// <param name="path">The file.</param>
    /// <param name="name">What errors call it: <c>config/reasons.yml</c>.</param>
    public static Result<YamlNode> Read(string path, string name)
    {
        string text;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return new Error("file-missing", "There is no such file.", name);
            if (file.Length > LargestFile)
                return new Error("file-too-large", $"The file is larger than {LargestFile} bytes.", name);
            text = File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Error("file-unreadable", $"The file cannot be read: {fault.Message}", name);
        }

        return Parse(text, name);
    }

    public static Result<YamlNode> Parse(string text, string name)
    {
        try
        {
            if (Refuse(text, name) is { } error)
                return error;
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1 ? stream.Documents[0].RootNode : new Error("yaml-invalid", "The file must hold one YAML document.", name);
        }
        catch (YamlException fault)
        {
            return new Error("yaml-invalid", $"This is no valid YAML: {fault.Message}", At(name, fault.Start));
        }
    }

    public static string At(string name, Mark mark) => $"{name}:{mark.Line}";

    public static string At(string name, YamlNode node) => At(name, node.Start);

    // Aliases can grow a small file without bound, and deep nesting overflows the stack: neither is needed here.
    private static Error? Refuse(string text, string name)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            if (parser.Current is YamlDotNet.Core.Events.AnchorAlias alias)
                return new Error("yaml-invalid", "Aliases are not allowed here.", At(name, alias.Start));
            depth += parser.Current?.NestingIncrease ?? 0;
            if (depth > DeepestNesting)
                return new Error("yaml-invalid", $"The nesting is deeper than {DeepestNesting}.", At(name, parser.Current!.Start));
        }

        return null;
    }
}

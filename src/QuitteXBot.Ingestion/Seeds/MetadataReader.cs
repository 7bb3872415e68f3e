using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Core;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Configuration;
using YamlDotNet.RepresentationModel;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>Reads a source's metadata file. Every fault is told with its line.</summary>
internal sealed class MetadataReader(Catalogue catalogue)
{
    private const string Code = "source-metadata-invalid";
    private const int LongestName = 300;
    private const int LongestUrl = 2_000;
    private const int LongestNote = 2_000;
    private const int MostCorrections = 1_000;

    /// <summary>The metadata of a source that has both its files, or null where <paramref name="errors"/> got a fault.</summary>
    public SourceMetadata? ReadFor(SourceFile file, ICollection<Error> errors)
    {
        if (file.MetadataPath is null)
            errors.Add(new Error("source-metadata-missing", $"Its metadata is missing: add {file.MetadataName}.", file.Name));
        else if (file.TextPath is null)
            errors.Add(new Error("source-text-missing", $"Its text is missing: add {file.Id}.txt, .md or .html.", file.Name));
        else
            return Read(file.MetadataPath, file.MetadataName, errors);
        return null;
    }

    /// <summary>The metadata, or null where <paramref name="errors"/> got a fault.</summary>
    private SourceMetadata? Read(string path, string name, ICollection<Error> errors)
    {
        var root = YamlFile.Read(path, name);
        if (!root.IsSuccess)
        {
            errors.Add(root.Error);
            return null;
        }

        var faults = new List<Error>();
        var mapping = new MappingReader(name, Code, root.Value, faults);
        var metadata = new SourceMetadata
        {
            Outlet = mapping.Text("outlet", LongestName, required: true) ?? "",
            Title = mapping.Text("title", LongestName),
            Author = mapping.Text("author", LongestName),
            Published = mapping.Value("published", "date (yyyy, yyyy-MM or yyyy-MM-dd)", Date, required: true) ?? default,
            Url = Url(mapping, "url"),
            ArchiveUrl = Url(mapping, "archive-url"),
            Retrieved = mapping.Value("retrieved", "date and time (ISO 8601)", Instant),
            Language = Language(mapping),
            Rights = mapping.Text("rights", LongestNote, required: true) ?? "",
            Corrections = Corrections(mapping, name, faults),
        };
        mapping.RefuseOtherKeys();
        foreach (var fault in faults)
            errors.Add(fault);
        return faults.Count == 0 ? metadata : null;
    }

    private static string Language(MappingReader mapping)
    {
        var language = mapping.Text("language", 2, required: true) ?? "fr";
        if (language is not ("fr" or "en"))
            mapping.Fail($"'{language}' is not a language read here (fr, en).", mapping.Find("language"));
        return language;
    }

    private static string? Url(MappingReader mapping, string key)
    {
        var text = mapping.Text(key, LongestUrl);
        if (text is not null && !WebAddress.IsValid(text))
            mapping.Fail($"'{key}' must be an http or https address.", mapping.Find(key));
        return text;
    }

    private ImmutableArray<Correction> Corrections(MappingReader mapping, string name, List<Error> faults)
    {
        if (mapping.Find("corrections") is not { } node)
            return [];
        if (node is not YamlSequenceNode list || list.Children.Count > MostCorrections)
        {
            mapping.Fail($"'corrections' must be a list of {MostCorrections} entries at most.", node);
            return [];
        }

        return [.. list.Select(entry => Correct(new MappingReader(name, Code, entry, faults), name, faults))];
    }

    private Correction Correct(MappingReader mapping, string name, List<Error> faults)
    {
        var attribution = mapping.Find("attribution") is { } node ? new MappingReader(name, Code, node, faults) : null;
        var correction = new Correction
        {
            Line = mapping.Line,
            BeginsWith = mapping.Text("quote", LongestNote),
            Start = mapping.Value("start", "offset", Number),
            End = mapping.Value("end", "offset", Number),
            Speaker = Field(attribution, "speaker"),
            Role = Field(attribution, "role"),
            Organisation = mapping.Has("organisation") ? Field(mapping, "organisation") : Field(attribution, "organisation"),
            Basis = attribution?.Value("basis", "basis (stated, inferred, unstated)", One<AttributionBasis>),
            Reasons = Reasons(mapping),
            Topic = mapping.Value("topic", "topic (why, next, other)", One<StatementTopic>),
            IsStatement = mapping.Value("statement", "yes or no (true, false)", Flag) ?? true,
        };
        attribution?.RefuseOtherKeys();
        mapping.RefuseOtherKeys();
        if (correction.BeginsWith is null == (correction.Start is null || correction.End is null))
            mapping.Fail("A correction names its quote by 'quote' (the words it begins with) or by 'start' and 'end'.");
        return correction;
    }

    private static Correction.Field<string> Field(MappingReader? mapping, string key) =>
        mapping is null ? default : new Correction.Field<string>(mapping.Has(key), mapping.Text(key, LongestName));

    private ImmutableArray<string>? Reasons(MappingReader mapping)
    {
        if (mapping.Find("reasons") is not { } node)
            return null;
        if (node is not YamlSequenceNode list)
        {
            mapping.Fail("'reasons' must be a list of keys of config/reasons.yml.", node);
            return null;
        }

        foreach (var entry in list.Where(entry => entry is not YamlScalarNode { Value: { } key } || catalogue.FindReason(key) is null))
            mapping.Fail($"'{entry}' is no reason of config/reasons.yml.", entry);
        var keys = list.OfType<YamlScalarNode>().Select(entry => entry.Value).ToHashSet();
        return [.. catalogue.Reasons.Select(reason => reason.Key).Where(keys.Contains)];
    }

    private static PartialDate? Date(string text) => PartialDate.TryParse(text, out var date) && date.Year is >= 1900 and <= 2100 ? date : null;

    private static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime() : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool? Flag(string text) => bool.TryParse(text, out var flag) ? flag : null;

    private static T? One<T>(string text)
        where T : struct, Enum =>
        !char.IsAsciiLetterLower(text[0]) || !Enum.TryParse<T>(text, ignoreCase: true, out var value) ? null : value;
}

using System.Collections;
using System.Globalization;
using System.Resources;

namespace QuitteXBot.Commands.Localisation;

/// <summary>
/// The bot's own words in one language, from <c>Resources.resx</c> (French) and <c>Resources.en.resx</c>. Both are read from this assembly rather than through
/// satellite assemblies: these need the runtime's cultures, which may be left out, and cost a cold process several milliseconds.
/// </summary>
public sealed class Texts
{
    private static readonly Lazy<Texts> French = new(() => new Texts(Language.French));
    private static readonly Lazy<Texts> English = new(() => new Texts(Language.English));

    private readonly Dictionary<string, string> _words;

    private Texts(Language language)
    {
        Language = language;
        _words = Read(language);
    }

    public Language Language { get; }

    internal IReadOnlyDictionary<string, string> All => _words;

    /// <summary>The text of a key of <see cref="TextKeys"/>; a key that is missing is a bug.</summary>
    public string this[string key] => _words[key];

    public static Texts In(Language language) => language == Language.French ? French.Value : English.Value;

    /// <summary>The text with its placeholders filled.</summary>
    public string With(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>The text for one or for many, with the number as the first placeholder: the keys are <c>keyOne</c> and <c>keyMany</c>.</summary>
    public string Count(string key, int number)
    {
        // French counts none as one: «0 déclaration».
        var isOne = number == 1 || (number == 0 && Language == Language.French);
        return With(key + (isOne ? "One" : "Many"), number);
    }

    private static Dictionary<string, string> Read(Language language)
    {
        var name = language == Language.French ? "Resources" : "Resources.en";
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(name + ".resources")
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new ResourceReader(stream);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in reader)
            words[(string)entry.Key] = (string)entry.Value!;
        return words;
    }
}

using System.Globalization;
using Microsoft.Extensions.Configuration;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Configuration;

/// <summary>Reads one section's keys, each with its default and limits, and collects what is wrong with the key and the mend.</summary>
internal sealed class SectionReader
{
    private const int LongestValue = 4_096;

    private readonly IConfigurationSection section;
    private readonly List<Error> errors;
    private readonly Dictionary<string, IConfigurationSection> unread;
    private readonly List<string> read = [];

    public SectionReader(IConfigurationSection section, List<Error> errors)
    {
        this.section = section;
        this.errors = errors;
        unread = section.GetChildren().ToDictionary(child => child.Key, StringComparer.OrdinalIgnoreCase);
    }

    public string Text(string key, string fallback)
    {
        var value = Take(key);
        if (value is not { Length: > LongestValue })
            return string.IsNullOrWhiteSpace(value) ? fallback : value;
        Refuse(key, $"is longer than {LongestValue} characters");
        return fallback;
    }

    /// <param name="buildOptions">Choices that a build has only if it is told so, and how it is told.</param>
    public string Choice(string key, string fallback, string[] choices, params (string Choice, string Option)[] buildOptions)
    {
        var value = Text(key, fallback);
        var choice = Array.Find(choices, choice => IsValue(choice));
        if (choice is null)
        {
            var (missing, option) = Array.Find(buildOptions, built => IsValue(built.Choice));
            Refuse(key, $"must be one of: {string.Join(", ", choices)}" + (missing is null ? "" : $"; for {missing}, build the program with {option}"));
        }

        return choice ?? fallback;

        bool IsValue(string choice) => string.Equals(choice, value, StringComparison.OrdinalIgnoreCase);
    }

    public double Number(string key, double fallback, double least, double most)
    {
        var value = Text(key, fallback.ToString(CultureInfo.InvariantCulture));
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Refuse(key, string.Create(CultureInfo.InvariantCulture, $"must be a number from {least} to {most}, with a point for the decimals"));
        return fallback;
    }

    public TimeSpan Duration(string key, TimeSpan fallback)
    {
        var value = Text(key, fallback.ToString("c", CultureInfo.InvariantCulture));
        if (TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out var duration))
            return duration;
        Refuse(key, "must be a duration: 00:30:00 is half an hour, 1.00:00:00 a day");
        return fallback;
    }

    /// <summary>A time of day, or null where the value is empty.</summary>
    public TimeOnly? TimeOfDay(string key)
    {
        var value = Text(key, "");
        if (value.Length == 0)
            return null;
        if (TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        Refuse(key, "must be a time of day in UTC, 03:30, or empty for never");
        return null;
    }

    public int Integer(string key, int fallback) => (int)Number(key, fallback, int.MinValue, int.MaxValue);

    /// <summary>A list of texts: an array in the file, <c>Key__0</c>, <c>Key__1</c> in the environment.</summary>
    public IReadOnlyList<string> List(string key) => [.. Items(key).Select(item => item.Value).OfType<string>()];

    /// <summary>A list of objects.</summary>
    public IReadOnlyList<IConfigurationSection> Items(string key)
    {
        read.Add(key);
        return unread.Remove(key, out var child) ? [.. child.GetChildren()] : [];
    }

    /// <summary>To be called when all keys are read: whatever is left is a slip of the pen.</summary>
    public void ReportUnread()
    {
        foreach (var key in unread.Keys)
            errors.Add(new Error("configuration-unknown-key", $"is no key of this section; its keys are {string.Join(", ", read)}.", $"{section.Path}:{key}"));
    }

    private string? Take(string key)
    {
        read.Add(key);
        return unread.Remove(key, out var child) ? child.Value : null;
    }

    private void Refuse(string key, string mend) => errors.Add(new Error("configuration-invalid", mend + ".", $"{section.Path}:{key}"));
}

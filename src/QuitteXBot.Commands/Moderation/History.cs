using System.Globalization;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Moderation;

namespace QuitteXBot.Commands.Moderation;

/// <summary>Revisions as people read them: when, who, what, why, and each field before and after.</summary>
internal static class History
{
    /// <summary>A value longer than that is shown by its beginning.</summary>
    private const int LongestValue = 300;

    public static ListBlock Block(IEnumerable<HistoryEntry> entries, Texts texts) => new([.. entries.SelectMany(entry => Items(entry, texts))], Numbered: false);

    public static string Who(string? actor, Texts texts) => actor switch
    {
        null => texts[TextKeys.HistoryErased],
        "seeds" => texts[TextKeys.HistorySeeds],
        _ => actor,
    };

    public static string When(DateTimeOffset at, Texts texts) =>
        $"{texts.Date(PartialDate.OfDay(DateOnly.FromDateTime(at.UtcDateTime)))}, {at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";

    private static IEnumerable<ReplyListItem> Items(HistoryEntry entry, Texts texts)
    {
        var action = texts[entry.Action switch
        {
            "added" => TextKeys.RevisionAdded,
            "withdrawn" => TextKeys.RevisionWithdrawn,
            "restored" => TextKeys.RevisionRestored,
            _ => TextKeys.RevisionChanged,
        }];
        var note = entry.Note is { Length: > 0 } why ? $"{action} ({why})" : action;
        yield return new ReplyListItem(When(entry.At, texts), $"{Who(entry.Actor, texts)} — {note}");
        if (entry.Action == "added")
            yield break;
        foreach (var field in entry.Fields)
            yield return new ReplyListItem(texts.With(TextKeys.HistoryDiff, field.Field, Value(field.Before, texts), Value(field.After, texts)));
    }

    private static string Value(string? value, Texts texts) =>
        string.IsNullOrEmpty(value) ? texts[TextKeys.HistoryEmptyValue] : ActionLabels.Fit(value, LongestValue);
}

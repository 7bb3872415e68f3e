using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>The emoji that do something with an answer. Clients send them with or without the variation selector U+FE0F.</summary>
internal static class Reactions
{
    public const string Delete = "🗑";

    private const string Selector = "\uFE0F";
    private const string KeyCap = "\u20E3";

    /// <summary>The actions that an answer offers by emoji, in the order of its last line.</summary>
    public static ImmutableArray<ReplyActionKind> Shown { get; } =
        [ReplyActionKind.Confirm, ReplyActionKind.Cancel, ReplyActionKind.PreviousPage, ReplyActionKind.NextPage, ReplyActionKind.InContext, ReplyActionKind.OtherStatements];

    public static string EmojiOf(ReplyActionKind kind) => kind switch
    {
        ReplyActionKind.Confirm => "✅",
        ReplyActionKind.Cancel => "❌",
        ReplyActionKind.PreviousPage => "◀️",
        ReplyActionKind.NextPage => "▶️",
        ReplyActionKind.InContext => "🔎",
        ReplyActionKind.OtherStatements => "💬",
        _ => "",
    };

    /// <summary>The actions that have a number, in its order: the names to choose from as they are listed, then the other steps.</summary>
    public static ImmutableArray<T> Numbered<T>(ImmutableArray<T> actions, Func<T, ReplyActionKind> kindOf) =>
    [
        .. actions.Where(action => kindOf(action) == ReplyActionKind.Choose),
        .. actions.Where(action => kindOf(action) == ReplyActionKind.Step),
    ];

    public static bool IsDelete(string? key) => Bare(key) == Delete;

    /// <summary>The step that a reaction asks for, or null.</summary>
    public static Step? StepOf(string? key)
    {
        var bare = Bare(key);
        if (bare is { Length: 2 } && bare.EndsWith(KeyCap, StringComparison.Ordinal) && bare[0] is >= '1' and <= '9')
            return new Step(ReplyActionKind.Choose, bare[0] - '0');
        if (bare == "🔟")
            return new Step(ReplyActionKind.Choose, 10);
        foreach (var kind in Shown)
        {
            if (bare == Bare(EmojiOf(kind)))
                return new Step(kind);
        }

        return null;
    }

    public static bool IsKnown(string? key) => IsDelete(key) || StepOf(key) is not null;

    /// <summary>A message that is nothing but a number: <c>2</c>, <c>2.</c>.</summary>
    public static int? NumberIn(string? text)
    {
        var digits = text.AsSpan().Trim().TrimEnd('.');
        return digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }

    private static string? Bare(string? key) => key is { Length: <= 16 } ? key.Replace(Selector, "", StringComparison.Ordinal) : null;
}

using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>One follow-up that somebody asked for.</summary>
/// <param name="Index">For a choice: which one, from 1.</param>
internal readonly record struct Step(ReplyActionKind Kind, int Index = 1);

/// <summary>
/// The follow-ups since a question was asked, as kept with its answer: <c>Choose2.NextPage1</c>. With the question, which stays at the
/// homeserver, they are all that is needed to show the answer again.
/// </summary>
internal static class Steps
{
    private const int Most = 30;

    public static ImmutableArray<Step> Read(string steps) =>
        [.. steps.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(ReadOne).OfType<Step>()];

    public static string Write(ImmutableArray<Step> steps) =>
        string.Join('.', steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Kind}{step.Index}")));

    /// <summary>Going back undoes what came last where that went forward; null where there are too many.</summary>
    public static ImmutableArray<Step>? Add(ImmutableArray<Step> steps, Step step)
    {
        if (steps.Length > 0 && Undoes(step.Kind, steps[^1].Kind))
            return steps.RemoveAt(steps.Length - 1);
        return steps.Length < Most ? steps.Add(step) : null;
    }

    private static bool Undoes(ReplyActionKind step, ReplyActionKind last) =>
        (step, last) is (ReplyActionKind.PreviousPage, ReplyActionKind.NextPage or ReplyActionKind.InContext or ReplyActionKind.OtherStatements)
            or (ReplyActionKind.NextPage, ReplyActionKind.PreviousPage);

    private static Step? ReadOne(string text)
    {
        var digits = text.AsSpan().IndexOfAnyInRange('0', '9');
        return digits > 0 && Enum.TryParse<ReplyActionKind>(text.AsSpan(0, digits), out var kind)
            && int.TryParse(text.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new Step(kind, index)
            : null;
    }
}

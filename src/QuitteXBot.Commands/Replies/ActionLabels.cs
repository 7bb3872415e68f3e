namespace QuitteXBot.Commands.Replies;

/// <summary>Labels that fit on a button: Discord allows 80 characters, and 100 in a choice.</summary>
internal static class ActionLabels
{
    public const int MaximumLength = 80;

    public const int MaximumChoiceLength = 100;

    public static string Fit(string label, int maximumLength = MaximumLength)
    {
        if (label.Length <= maximumLength)
            return label;
        var end = maximumLength - 1;
        if (char.IsHighSurrogate(label[end - 1]))
            end--;
        return label[..end].TrimEnd() + "…";
    }
}

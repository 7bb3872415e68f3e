namespace QuitteXBot.Commands.Requests;

/// <summary>How much the assistant reads.</summary>
public static class AskLimits
{
    /// <summary>UTF-16 units of the longest command: a statement's quote with what goes with it.</summary>
    public const int LongestText = FieldTextReader.MaximumLength;
}

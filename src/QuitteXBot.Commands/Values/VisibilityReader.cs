using QuitteXBot.Commands.Text;

namespace QuitteXBot.Commands.Values;

internal static class VisibilityReader
{
    /// <summary>Reads the option's value: true for the asker alone, false for everyone, null for neither.</summary>
    public static bool? IsPrivate(string? value) => value is null ? null : Folding.Fold(value.Trim()) switch
    {
        "me" or "moi" => true,
        "everyone" or "tous" or "tout le monde" => false,
        _ => null,
    };
}

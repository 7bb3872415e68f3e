using QuitteXBot.Commands.Text;

namespace QuitteXBot.Commands.Values;

/// <summary>Reads a yes or no.</summary>
internal static class SwitchReader
{
    public static bool? Find(string text) => Folding.Fold(text) switch
    {
        "on" or "oui" or "yes" or "true" or "1" => true,
        "off" or "non" or "no" or "false" or "0" => false,
        _ => null,
    };
}

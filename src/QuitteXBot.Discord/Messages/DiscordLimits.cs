namespace QuitteXBot.Discord.Messages;

/// <summary>Numbers of Discord's documentation (August 2026), in characters unless said otherwise. Counted here in UTF-16 units, which is never less.</summary>
internal static class DiscordLimits
{
    public const int Content = 2_000;
    public const int Rows = 5;
    public const int EmbedTitle = 256;
    public const int ButtonsInRow = 5;
    public const int ButtonLabel = 80;
    public const int SelectOptions = 25;
    public const int SelectText = 100;
    public const int CustomId = 100;
    public const int TextInput = 4_000;
    public const int FormTitle = 45;
    public const int FormFields = 5;
    public const int FieldLabel = 45;
    public const int Placeholder = 100;
    public const int StringOption = 6_000;
    public const int Choices = 25;
    public const int ChoiceText = 100;

    /// <summary>Bytes of a file that comes with a message; more only where a guild or a user pays for it.</summary>
    public const int File = 10 * 1_024 * 1_024;

    /// <summary>First answer to an interaction.</summary>
    public static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);

    /// <summary>How long an interaction's token lives.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);
}

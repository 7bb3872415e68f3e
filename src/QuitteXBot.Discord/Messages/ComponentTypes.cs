namespace QuitteXBot.Discord.Messages;

/// <summary>https://discord.com/developers/docs/components/reference#component-object-component-types</summary>
internal static class ComponentTypes
{
    public const int Row = 1;
    public const int Button = 2;
    public const int StringSelect = 3;
    public const int TextInput = 4;
    public const int Label = 18;
}

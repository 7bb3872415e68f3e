namespace QuitteXBot.Commands.Definitions;

/// <summary>Canonical names of options.</summary>
public static class OptionNames
{
    public const string Organisation = "organisation";
    public const string First = "first";
    public const string Second = "second";
    public const string Reason = "reason";
    public const string Kind = "kind";
    public const string Place = "place";
    public const string Platform = "platform";
    public const string Period = "period";
    public const string AsOf = "as-of";
    public const string Words = "words";
    public const string Id = "id";
    public const string Command = "command";
    public const string Page = "page";
    public const string Language = "lang";
    public const string Visible = "visible";
}

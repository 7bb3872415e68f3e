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
    public const string Quote = "quote";
    public const string Speaker = "speaker";
    public const string Role = "role";
    public const string Url = "url";
    public const string Outlet = "outlet";
    public const string Title = "title";
    public const string Published = "published";
    public const string SaidOn = "said";
    public const string Reasons = "reasons";
    public const string Text = "text";
    public const string File = "file";
    public const string Note = "note";
    public const string Draft = "draft";
    public const string Part = "part";
    public const string Finding = "finding";
    public const string Seen = "seen";
    public const string Review = "review";
    public const string Action = "action";
    public const string Announced = "announced";
    public const string Effective = "effective";
    public const string Kept = "kept";
    public const string Joined = "joined";
    public const string Into = "into";
    public const string Alias = "alias";
    public const string Name = "name";
    public const string User = "user";
    public const string Loud = "loud";
    public const string Format = "format";
}

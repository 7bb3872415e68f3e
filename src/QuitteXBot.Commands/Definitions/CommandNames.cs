namespace QuitteXBot.Commands.Definitions;

/// <summary>Canonical names of commands, for whoever builds a request in code.</summary>
public static class CommandNames
{
    public const string Why = "why";
    public const string Where = "where";
    public const string When = "when";
    public const string Who = "who";
    public const string Reasons = "reasons";
    public const string Compare = "compare";
    public const string Search = "search";
    public const string Quote = "quote";
    public const string Source = "source";
    public const string Help = "help";
    public const string About = "about";
    public const string Privacy = "privacy";
}

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
    public const string StatementAdd = "statement add";
    public const string StatementEdit = "statement edit";
    public const string StatementWithdraw = "statement withdraw";
    public const string StatementRestore = "statement restore";
    public const string StatementHistory = "statement history";
    public const string SourceAdd = "source add";
    public const string SourceCheck = "source check";
    public const string DepartureSet = "departure set";
    public const string DepartureWithdraw = "departure withdraw";
    public const string OrganisationMerge = "organisation merge";
    public const string OrganisationAlias = "organisation alias";
    public const string OrganisationHistory = "organisation history";
    public const string Confirm = "confirm";
    public const string Cancel = "cancel";
    public const string Undo = "undo";
    public const string Suggest = "suggest";
    public const string Report = "report";
    public const string Review = "review";
    public const string ReviewAccept = "review accept";
    public const string ReviewEdit = "review edit";
    public const string ReviewReject = "review reject";
    public const string AnnounceHere = "announce here";
    public const string AnnounceOff = "announce off";
    public const string AnnounceStatus = "announce status";
    public const string PrivacyErase = "privacy erase";
    public const string Reindex = "reindex";
    public const string Status = "status";
    public const string Export = "export";
    public const string Import = "import";
    public const string Backup = "backup";
}

namespace QuitteXBot.Commands.Values;

/// <summary>Month names without the runtime's cultures, which may be left out (InvariantGlobalization).</summary>
internal static class MonthNames
{
    private static readonly string[] French =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string InFrench(int month) => French[month - 1];

    public static string InEnglish(int month) => English[month - 1];

    /// <summary>The month's number for a folded name in either language or its usual abbreviation, or 0.</summary>
    public static int Find(string folded) => folded switch
    {
        "janvier" or "january" or "janv" or "jan" => 1,
        "fevrier" or "february" or "fev" or "feb" => 2,
        "mars" or "march" => 3,
        "avril" or "april" or "avr" or "apr" => 4,
        "mai" or "may" => 5,
        "juin" or "june" => 6,
        "juillet" or "july" or "juil" => 7,
        "aout" or "august" or "aug" => 8,
        "septembre" or "september" or "sept" or "sep" => 9,
        "octobre" or "october" or "oct" => 10,
        "novembre" or "november" or "nov" => 11,
        "decembre" or "december" or "dec" => 12,
        _ => 0,
    };
}

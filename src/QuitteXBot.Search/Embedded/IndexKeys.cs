namespace QuitteXBot.Search.Embedded;

/// <summary>Keys beside the words of the dictionary. They begin with a control character, which no folded word has: no text reaches them.</summary>
internal static class IndexKeys
{
    public static string Organisation(string id) => "\u0001organisation " + id;

    public static string Reason(string key) => "\u0001reason " + key;

    public static string Concept(string key) => "\u0001concept " + key;
}

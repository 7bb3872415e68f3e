namespace QuitteXBot.Search.Names.Indexing;

/// <summary>FNV-1a, 32 bits. Two codes may share one, so what is found is compared again.</summary>
internal static class PhoneticHash
{
    public static uint Of(ReadOnlySpan<byte> code)
    {
        var hash = 2166136261u;
        foreach (var unit in code)
            hash = (hash ^ unit) * 16777619u;
        return hash;
    }
}

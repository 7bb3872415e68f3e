namespace QuitteXBot.Matrix.Configuration;

/// <summary>A user's id, <c>@name:server</c>. Room ids have no such shape from room version 12 on and are never taken apart.</summary>
public static class UserName
{
    private const int MaximumBytes = 255;

    public static bool IsValid(string? userId) =>
        userId is { Length: > 3 and <= MaximumBytes } && userId[0] == '@' && userId.IndexOf(':') is > 1 and var colon && colon < userId.Length - 1
        && !userId.AsSpan().ContainsAny(' ', '\n', '\t');

    /// <summary>The part behind the first colon, or nothing.</summary>
    public static string ServerOf(string userId) =>
        userId.IndexOf(':') is >= 0 and var colon ? userId[(colon + 1)..] : "";

    /// <summary>The part between <c>@</c> and the first colon.</summary>
    public static string LocalPartOf(string userId) =>
        userId.IndexOf(':') is > 1 and var colon ? userId[1..colon] : userId.TrimStart('@');
}

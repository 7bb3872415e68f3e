using System.Net;
using System.Text.Json;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Matrix.Client;

/// <summary>The faults of a homeserver as errors of this project: <c>M_UNKNOWN_TOKEN</c> becomes <c>matrix-unknown-token</c>.</summary>
internal static class MatrixErrors
{
    public const string Unreachable = "matrix-unreachable";
    public const string Garbage = "matrix-garbage";
    public const string TooLarge = "matrix-answer-too-large";
    public const string LimitExceeded = "matrix-limit-exceeded";
    public const string UnknownToken = "matrix-unknown-token";
    public const string SoftLogout = "matrix-soft-logout";
    public const string Forbidden = "matrix-forbidden";
    public const string NotFound = "matrix-not-found";
    public const string EventTooLarge = "matrix-too-large";
    public const string BadJson = "matrix-bad-json";
    public const string InvalidUser = "matrix-invalid-user";
    public const string NotMatrix = "matrix-not-a-homeserver";
    public const string WrongAccount = "matrix-wrong-account";
    public const string SessionFile = "matrix-session-file";

    private const int LongestCode = 64;

    /// <summary>Whether nothing will work again before somebody changes the configuration.</summary>
    public static bool IsFinal(Error error) =>
        error.Code is UnknownToken or SoftLogout or NotMatrix or WrongAccount or SessionFile or "matrix-missing-token" or "matrix-user-deactivated" or "matrix-user-locked";

    public static Error Of(HttpStatusCode status, JsonElement body, Uri address)
    {
        var code = Text(body, "errcode");
        var softly = code == "M_UNKNOWN_TOKEN" && body.TryGetProperty("soft_logout", out var soft) && soft.ValueKind == JsonValueKind.True;
        if (code is null)
            return new Error($"matrix-http-{(int)status}", $"The homeserver answered HTTP {(int)status} without a Matrix error.", Place(address));
        var said = Text(body, "error") is { Length: > 0 } words ? $" ({Printable(words)})" : "";
        return new Error(softly ? SoftLogout : CodeOf(code), $"The homeserver refused with {Printable(code)}{said}.", Place(address));
    }

    public static string Place(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static string CodeOf(string code)
    {
        var name = code.StartsWith("M_", StringComparison.Ordinal) ? code[2..] : code;
        var letters = name.Take(LongestCode).Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        return "matrix-" + string.Concat(letters);
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>What a homeserver says goes to a log: one short line, no control characters.</summary>
    private static string Printable(string words) =>
        string.Concat(words.Take(200).Select(c => char.IsControl(c) ? ' ' : c));
}

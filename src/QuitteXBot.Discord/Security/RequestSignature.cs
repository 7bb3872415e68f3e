using System.Buffers;
using System.Globalization;
using System.Text;

namespace QuitteXBot.Discord.Security;

/// <summary>
/// Checks the two headers that Discord signs an HTTP interaction with.
/// https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
/// </summary>
public sealed class RequestSignature(Ed25519Verifier verifier, TimeProvider time)
{
    /// <summary>A signature older or newer than this is refused: an interaction is dead after 3 s, the rest allows for clocks that differ.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const int LongestTimestamp = 20;

    public bool IsGenuine(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (signature is not { Length: Ed25519Verifier.SignatureLength * 2 } || timestamp is not { Length: > 0 and <= LongestTimestamp } || !IsFresh(timestamp))
            return false;
        Span<byte> bytes = stackalloc byte[Ed25519Verifier.SignatureLength];
        if (Convert.FromHexString(signature, bytes, out _, out _) != OperationStatus.Done)
            return false;
        var signed = ArrayPool<byte>.Shared.Rent(timestamp.Length + body.Length);
        try
        {
            var length = Encoding.ASCII.GetBytes(timestamp, signed);
            body.CopyTo(signed.AsSpan(length));
            return verifier.Verify(signed.AsSpan(0, length + body.Length), bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(signed);
        }
    }

    private bool IsFresh(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && (time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Tolerance;
}

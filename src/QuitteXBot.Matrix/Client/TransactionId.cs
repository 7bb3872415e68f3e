using System.Security.Cryptography;
using System.Text;

namespace QuitteXBot.Matrix.Client;

/// <summary>
/// Transaction ids that follow from what is done: sending the same answer again after a crash carries the same id, and the homeserver,
/// which remembers a device's ids, does not send it twice.
/// </summary>
internal static class TransactionId
{
    /// <param name="purpose">What is done: <c>send</c>, <c>redact</c>.</param>
    /// <param name="cause">The event that it is done for.</param>
    public static string For(string purpose, string cause)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}:{cause}"));
        return "quittexbot-" + Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}

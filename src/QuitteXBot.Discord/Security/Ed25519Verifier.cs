using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Security;

/// <summary>Verifies Ed25519 signatures (RFC 8032, section 5.1) with one public key. Thread-safe.</summary>
public sealed class Ed25519Verifier : IDisposable
{
    public const int KeyLength = 32;
    public const int SignatureLength = 64;

    private readonly Ed25519KeyHandle key;

    private Ed25519Verifier(Ed25519KeyHandle key) => this.key = key;

    /// <summary>An error where the key has not 32 bytes or the machine has no OpenSSL.</summary>
    public static Result<Ed25519Verifier> Create(ReadOnlySpan<byte> publicKey)
    {
        if (publicKey.Length != KeyLength)
            return new Error("ed25519-key-invalid", $"An Ed25519 public key has {KeyLength} bytes, not {publicKey.Length}.", "Discord:PublicKey");
        if (!OpenSsl.IsPresent)
            return new Error("openssl-missing", "Verifying Discord's requests needs OpenSSL (libcrypto 3 or 1.1): install the system's package, for example libssl3.");
        var handle = new Ed25519KeyHandle(publicKey);
        if (!handle.IsInvalid)
            return new Ed25519Verifier(handle);
        handle.Dispose();
        return new Error("ed25519-key-invalid", "OpenSSL refuses the public key.", "Discord:PublicKey");
    }

    /// <summary>Whether the signature is the key's over exactly these bytes; false for a signature of another length.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength)
            return false;
        var context = OpenSsl.NewContext();
        if (context == IntPtr.Zero)
            throw new InvalidOperationException("OpenSSL gave no context.");
        try
        {
            return OpenSsl.DigestVerifyInit(context, IntPtr.Zero, IntPtr.Zero, IntPtr.Zero, key) == 1
                && OpenSsl.DigestVerify(context, signature, (nuint)signature.Length, data, (nuint)data.Length) == 1;
        }
        finally
        {
            OpenSsl.FreeContext(context);
        }
    }

    public void Dispose() => key.Dispose();
}

using System.Reflection;
using System.Runtime.InteropServices;

namespace QuitteXBot.Testing.Discord;

/// <summary>Signs with Ed25519 through the platform's OpenSSL, as Discord signs what it sends.</summary>
public sealed partial class Ed25519Signer : IDisposable
{
    private const int Ed25519 = 1087;
    private const string Library = "libcrypto-for-signing";
    private readonly IntPtr key;

    static Ed25519Signer() => NativeLibrary.SetDllImportResolver(typeof(Ed25519Signer).Assembly, Resolve);

    /// <param name="seed">The private key of RFC 8032: 32 bytes.</param>
    public Ed25519Signer(ReadOnlySpan<byte> seed)
    {
        key = NewRawPrivateKey(Ed25519, IntPtr.Zero, seed, (nuint)seed.Length);
        if (key == IntPtr.Zero)
            throw new InvalidOperationException("OpenSSL refuses the seed.");
        PublicKey = new byte[32];
        var length = (nuint)PublicKey.Length;
        if (GetRawPublicKey(key, PublicKey, ref length) != 1)
            throw new InvalidOperationException("OpenSSL gave no public key.");
    }

    public byte[] PublicKey { get; }

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        var context = NewContext();
        try
        {
            var signature = new byte[64];
            var length = (nuint)signature.Length;
            if (DigestSignInit(context, IntPtr.Zero, IntPtr.Zero, IntPtr.Zero, key) != 1 || DigestSign(context, signature, ref length, data, (nuint)data.Length) != 1)
                throw new InvalidOperationException("OpenSSL did not sign.");
            return signature;
        }
        finally
        {
            FreeContext(context);
        }
    }

    public void Dispose() => FreeKey(key);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_private_key")]
    private static partial IntPtr NewRawPrivateKey(int type, IntPtr engine, ReadOnlySpan<byte> seed, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_get_raw_public_key")]
    private static partial int GetRawPublicKey(IntPtr key, Span<byte> target, ref nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_free")]
    private static partial void FreeKey(IntPtr key);

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_new")]
    private static partial IntPtr NewContext();

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_free")]
    private static partial void FreeContext(IntPtr context);

    [LibraryImport(Library, EntryPoint = "EVP_DigestSignInit")]
    private static partial int DigestSignInit(IntPtr context, IntPtr keyContext, IntPtr digest, IntPtr engine, IntPtr key);

    [LibraryImport(Library, EntryPoint = "EVP_DigestSign")]
    private static partial int DigestSign(IntPtr context, Span<byte> signature, ref nuint signatureLength, ReadOnlySpan<byte> data, nuint dataLength);

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
            return IntPtr.Zero;
        foreach (var file in new[] { "libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.3.dylib", "libcrypto-3-x64.dll" })
        {
            if (NativeLibrary.TryLoad(file, out var handle))
                return handle;
        }

        return IntPtr.Zero;
    }
}

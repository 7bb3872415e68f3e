using System.Reflection;
using System.Runtime.InteropServices;

namespace QuitteXBot.Discord.Security;

/// <summary>The few functions of the platform's OpenSSL (1.1.1 or 3) that verify an Ed25519 signature. .NET has no Ed25519 of its own.</summary>
internal static partial class OpenSsl
{
    /// <summary><c>EVP_PKEY_ED25519</c> of openssl/evp.h.</summary>
    public const int Ed25519 = 1087;

    private const string Library = "libcrypto";

    private static readonly string[] Names = OperatingSystem.IsWindows()
        ? ["libcrypto-3-x64.dll", "libcrypto-3-arm64.dll", "libcrypto-1_1-x64.dll"]
        : OperatingSystem.IsMacOS()
            ? ["libcrypto.3.dylib", "/opt/homebrew/lib/libcrypto.3.dylib", "/usr/local/lib/libcrypto.3.dylib"]
            : ["libcrypto.so.3", "libcrypto.so.1.1"];

    static OpenSsl() => NativeLibrary.SetDllImportResolver(typeof(OpenSsl).Assembly, Resolve);

    /// <summary>Whether the machine has it.</summary>
    public static bool IsPresent
    {
        get
        {
            var handle = Load();
            if (handle != IntPtr.Zero)
                NativeLibrary.Free(handle);
            return handle != IntPtr.Zero;
        }
    }

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_public_key")]
    public static partial IntPtr NewRawPublicKey(int type, IntPtr engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_free")]
    public static partial void FreeKey(IntPtr key);

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_new")]
    public static partial IntPtr NewContext();

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_free")]
    public static partial void FreeContext(IntPtr context);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerifyInit")]
    public static partial int DigestVerifyInit(IntPtr context, IntPtr keyContext, IntPtr digest, IntPtr engine, Ed25519KeyHandle key);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerify")]
    public static partial int DigestVerify(IntPtr context, ReadOnlySpan<byte> signature, nuint signatureLength, ReadOnlySpan<byte> data, nuint dataLength);

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name == Library ? Load() : IntPtr.Zero;

    private static IntPtr Load()
    {
        foreach (var name in Names)
        {
            if (NativeLibrary.TryLoad(name, out var handle))
                return handle;
        }

        return IntPtr.Zero;
    }
}

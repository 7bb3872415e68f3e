using System.Runtime.InteropServices;

namespace QuitteXBot.Discord.Security;

/// <summary>A public key that OpenSSL holds; safe to use from several threads at once.</summary>
internal sealed class Ed25519KeyHandle : SafeHandle
{
    public Ed25519KeyHandle(ReadOnlySpan<byte> key)
        : base(IntPtr.Zero, ownsHandle: true) =>
        SetHandle(OpenSsl.NewRawPublicKey(OpenSsl.Ed25519, IntPtr.Zero, key, (nuint)key.Length));

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        OpenSsl.FreeKey(handle);
        return true;
    }
}

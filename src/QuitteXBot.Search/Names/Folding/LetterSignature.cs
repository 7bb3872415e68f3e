using System.Numerics;

namespace QuitteXBot.Search.Names.Folding;

/// <summary>Which letters a key has, a bit each: one typing error changes two bits at most, so most keys are ruled out without being read.</summary>
internal static class LetterSignature
{
    public const uint Letters = (1u << 28) - 1;

    public static uint Of(ReadOnlySpan<byte> key)
    {
        var signature = 0u;
        foreach (var unit in key)
            signature |= 1u << (unit is >= (byte)'a' and <= (byte)'z' ? unit - 'a' : char.IsAsciiDigit((char)unit) ? 26 : 27);
        return signature;
    }

    public static bool MayBeWithin(uint first, uint second, int errors) => BitOperations.PopCount((first ^ second) & Letters) <= 2 * errors;
}

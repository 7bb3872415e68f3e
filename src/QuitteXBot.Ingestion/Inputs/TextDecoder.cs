using System.Text;

namespace QuitteXBot.Ingestion.Inputs;

/// <summary>Bytes → text: byte order marks first, then UTF-8 where the bytes are valid, else Windows-1252, which holds Latin-1's letters.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What Windows-1252 has at 0x80 to 0x9F; https://encoding.spec.whatwg.org/index-windows-1252.txt</summary>
    private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    /// <summary>Line ends as LF; null where the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Utf8(bytes[3..]),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
            _ => Utf8(bytes),
        };
        return IsBinary(text) ? null : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    private static string Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252(bytes);
        }
    }

    private static string Windows1252(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
            text[i] = bytes[i] is >= 0x80 and < 0xA0 ? High[bytes[i] - 0x80] : (char)bytes[i];
        return new string(text);
    }

    /// <summary>Control characters that no text has.</summary>
    private static bool IsBinary(string text)
    {
        var controls = 0;
        foreach (var unit in text)
        {
            if (unit == '\0')
                return true;
            controls += unit < ' ' && unit is not ('\n' or '\r' or '\t' or '\f' or '\v') ? 1 : 0;
        }

        return controls * 100 > text.Length;
    }
}

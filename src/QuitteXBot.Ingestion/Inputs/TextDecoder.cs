using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Ingestion.Inputs;

/// <summary>
/// Bytes → text, in the order of https://encoding.spec.whatwg.org/#decode and https://html.spec.whatwg.org/#determining-the-character-encoding:
/// byte order mark, what the server declares, what the markup declares, UTF-8 where the bytes are valid, else Windows-1252, which holds Latin-1's letters.
/// Nothing is replaced: bytes that are not of the encoding are an error, since a quote must be verbatim.
/// </summary>
internal static partial class TextDecoder
{
    /// <summary>In bytes; markup that declares its encoding later is not heard.</summary>
    private const int DeclaredWithin = 1024;

    /// <summary>What Windows-1252 has at 0x80 to 0x9F; https://encoding.spec.whatwg.org/index-windows-1252.txt</summary>
    private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private static readonly SearchValues<byte> Undefined = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <param name="charset">What the server declares, or null.</param>
    /// <param name="markup">Whether the text may declare its encoding itself.</param>
    /// <returns>Line ends as they are. Errors: <c>input-encoding-unknown</c>, <c>input-not-text</c>.</returns>
    public static Result<string> Decode(ReadOnlySpan<byte> bytes, string? charset = null, bool markup = false)
    {
        try
        {
            var label = charset ?? (markup ? Declared(bytes) : null);
            var text = bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Utf8.GetString(bytes[3..]),
                [0xFF, 0xFE, ..] => LittleEndian.GetString(bytes[2..]),
                [0xFE, 0xFF, ..] => BigEndian.GetString(bytes[2..]),
                _ => label is null ? Guess(bytes) : Labelled(bytes, label.Trim().ToLowerInvariant()),
            };
            if (text is null)
                return new Error("input-encoding-unknown", $"The encoding '{label}' cannot be read; UTF-8 can.");
            return IsBinary(text) ? new Error("input-not-text", "The file holds no text but binary data.") : text;
        }
        catch (DecoderFallbackException)
        {
            return new Error("input-not-text", "The bytes are not of the encoding that the text declares.");
        }
    }

    public static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string Guess(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252(bytes);
        }
    }

    /// <summary>Null where the label is not known. The encodings of Western and Central European pages, no others.</summary>
    private static string? Labelled(ReadOnlySpan<byte> bytes, string label) => label switch
    {
        "utf-8" or "utf8" or "unicode-1-1-utf-8" => Utf8.GetString(bytes),
        "utf-16" or "utf-16le" => LittleEndian.GetString(bytes),
        "utf-16be" => BigEndian.GetString(bytes),
        "windows-1252" or "cp1252" or "x-cp1252" or "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "l1" or "us-ascii" or "ascii" => Windows1252(bytes),
        "latin-9" or "latin9" or "l9" => Labelled(bytes, "iso-8859-15"),
        _ when EuropeanLabel().IsMatch(label) => CodePagesEncodingProvider.Instance
            .GetEncoding(label, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)?.GetString(bytes),
        _ => null,
    };

    /// <summary>What the markup says of its encoding. UTF-16 it cannot say: nobody who does not know that could read it.</summary>
    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclaredWithin)]);
        if (Declaration().Match(start) is not { Success: true } found)
            return null;
        var label = found.Groups["label"].Value;
        return label.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : label;
    }

    /// <summary>Five bytes stand for nothing in it; browsers make control characters of them.</summary>
    private static string Windows1252(ReadOnlySpan<byte> bytes)
    {
        if (bytes.ContainsAny(Undefined))
            throw new DecoderFallbackException();
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

    [GeneratedRegex("""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*(?<label>[A-Za-z0-9_:.-]{1,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();

    [GeneratedRegex("^(?:windows-125[0-8]|iso-8859-(?:[2-9]|1[0-6]))$")]
    private static partial Regex EuropeanLabel();
}

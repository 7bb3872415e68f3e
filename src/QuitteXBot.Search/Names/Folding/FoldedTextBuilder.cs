using System.Globalization;
using System.Text;

namespace QuitteXBot.Search.Names.Folding;

/// <summary>Reads a text once, character by character.</summary>
internal sealed class FoldedTextBuilder(int capacity)
{
    private byte[] _bytes = new byte[capacity + 16];
    private int _length;
    private FoldedToken[] _tokens = new FoldedToken[Math.Max(4, capacity / 4)];
    private int _count;

    private int _tokenStart;
    private int _sourceStart = -1;
    private int _sourceEnd;
    private TokenTraits _traits = TokenTraits.BeginsSentence;

    // Only full stops, hyphens and spaces stood since the last word: "St. Pauli", "St-Paul".

    public FoldedText Read(string text)
    {
        for (var index = 0; index < text.Length; index++)
            Read(text[index], index);
        EndToken();
        return new FoldedText(_bytes, _length, _tokens, _count);
    }

    private void Read(char character, int index)
    {
        if (char.IsAscii(character))
        {
            if (char.IsAsciiLetterOrDigit(character))
                Append((byte)char.ToLowerInvariant(character), character, index);
            else if (character >= ' ' && character != '\u007F' || character is '\t' or '\n' or '\r')
                Separate(character, index);
        }
        else if (LatinLetters.Fold(character) is { } letters)
        {
            foreach (var letter in letters)
                Append((byte)letter, character, index);
        }
        else
        {
            ReadOther(character, index);
        }
    }

    private void ReadOther(char character, int index)
    {
        // Spacing modifiers count as letters in Unicode; people type them for apostrophes and primes.
        if (IsSpacingModifier(character))
        {
            Separate(character, index);
            return;
        }

        switch (CharUnicodeInfo.GetUnicodeCategory(character))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control:
                break; // inside a word these are not seen, so they do not end it
            case UnicodeCategory.DecimalDigitNumber:
                Append((byte)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)), character, index);
                break;
            case UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter:
                AppendLetter(character, index);
                break;
            default:
                Separate(character, index);
                break;
        }
    }

    private static bool IsSpacingModifier(char character) => character is >= '\u02B9' and <= '\u02DF';

    private void AppendLetter(char character, int index)
    {
        Span<byte> encoded = stackalloc byte[4];
        foreach (var part in LatinLetters.Decompose(character))
        {
            var small = char.ToLowerInvariant(part);
            if (char.IsAsciiLetterOrDigit(small))
                Append((byte)small, character, index);
            else if (LatinLetters.Fold(small) is { } letters)
                Append((byte)letters[0], character, index);
            else if (char.IsLetter(small) && !IsSpacingModifier(small))
                AppendEncoded(encoded[..Encoding.UTF8.GetBytes([small], encoded)], character, index);
        }
    }

    private void AppendEncoded(ReadOnlySpan<byte> bytes, char character, int index)
    {
        foreach (var unit in bytes)
            Append(unit, character, index);
    }

    private void Append(byte letter, char character, int index)
    {
        if (_sourceStart < 0)
            BeginToken(character, index);
        if (char.IsLower(character))
            _traits |= TokenTraits.Small;
        if (_length == _bytes.Length)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        _bytes[_length++] = letter;
        _sourceEnd = index + 1;
    }

    private void BeginToken(char character, int index)
    {
        if (_count > 0)
        {
            ExpandSaint();
            AppendRaw((byte)' ');
        }

        _tokenStart = _length;
        _sourceStart = index;
        if (char.IsUpper(character))
            _traits |= TokenTraits.Capital;
    }

    private void EndToken()
    {
        if (_sourceStart < 0)
            return;
        if (_count == _tokens.Length)
            Array.Resize(ref _tokens, _tokens.Length * 2);
        _tokens[_count++] = new FoldedToken(_tokenStart, _length - _tokenStart, _sourceStart, _sourceEnd, _traits);
        _sourceStart = -1;
        _traits = TokenTraits.None;
    }

    private void Separate(char character, int index)
    {
        EndToken();
        switch (character)
        {
            case '&':
                Append((byte)'e', character, index);
                Append((byte)'t', character, index);
                EndToken();
                return;
            case '(' or '[':
                _traits |= TokenTraits.AfterOpeningBracket | TokenTraits.AfterBreak;
                break;
            case ',':
                _traits |= TokenTraits.AfterComma | TokenTraits.AfterBreak;
                break;
            case '.':
                _traits |= TokenTraits.BeginsSentence | TokenTraits.AfterBreak;
                return;
            case '!' or '?' or '…' or ':' or '\n' or '«' or '“' or '"' or '•':
                _traits |= TokenTraits.BeginsSentence | TokenTraits.AfterBreak;
                break;
            case '-' or '\u2010' or '\u2011':
                _traits |= index == _sourceEnd ? TokenTraits.AfterHyphen : TokenTraits.None;
                return;
            case ' ' or '\u00A0' or '\u202F':
                _traits &= ~TokenTraits.AfterHyphen;
                return;
            case '\'' or '’' or '‘' or 'ʼ' or '′' or '´' or '`' or '–' or '_' or '#' or '@':
                break;
            default:
                _traits |= TokenTraits.AfterBreak;
                break;
        }
    }

    private void ExpandSaint()
    {
        var last = _tokens[_count - 1];
        var word = _bytes.AsSpan(last.Start, last.Length);
        var full = word.SequenceEqual("st"u8) ? "saint"u8 : word.SequenceEqual("ste"u8) ? "sainte"u8 : default;
        if (full.IsEmpty)
            return;
        _length = last.Start;
        foreach (var letter in full)
            AppendRaw(letter);
        _tokens[_count - 1] = last with { Length = full.Length };
    }

    private void AppendRaw(byte unit)
    {
        if (_length == _bytes.Length)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        _bytes[_length++] = unit;
    }
}

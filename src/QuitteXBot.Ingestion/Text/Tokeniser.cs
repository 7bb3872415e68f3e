using System.Collections.Frozen;

namespace QuitteXBot.Ingestion.Text;

/// <summary>Cuts a text into words and signs, in one pass.</summary>
internal sealed class Tokeniser(string text)
{
    private static readonly FrozenSet<string> Elided = FrozenSet.ToFrozenSet(
        ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "parce qu", "presqu", "ç"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Clitics =
        ["-t-elles", "-t-elle", "-t-ils", "-t-il", "-t-on", "-elles", "-elle", "-ils", "-il", "-on", "-je", "-nous"];

    private readonly Dictionary<string, WordForm> forms = new(StringComparer.Ordinal);

    public List<Token> Tokens { get; } = new(text.Length / 5);

    public List<WordForm> Forms { get; } = [];

    public void Read(int start, int end)
    {
        for (var at = start; at < end;)
        {
            var c = text[at];
            if (Characters.IsSpace(c))
                at++;
            else if (char.IsLetter(c) || (c is '#' or '@' && at + 1 < end && char.IsLetterOrDigit(text[at + 1])))
                at = ReadWord(at, end);
            else if (char.IsDigit(c))
                at = ReadNumber(at, end);
            else if (Characters.IsMark(c))
                at = Add(at, at + 1, TokenKind.Mark);
            else if (c is '<' or '>' && at + 1 < end && text[at + 1] == c)
                at = Add(at, at + 2, TokenKind.Mark);
            else
                at = ReadSign(at, end);
        }
    }

    private int ReadWord(int start, int end)
    {
        var at = start + 1;
        for (; at < end; at++)
        {
            var c = text[at];
            if (char.IsLetterOrDigit(c) || c == '_' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
                continue;
            var next = at + 1 < end ? text[at + 1] : ' ';
            if (Characters.IsApostrophe(c))
            {
                if (at - start <= 6 && Elided.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(start, at - start)))
                    return Add(start, at + 1, TokenKind.Word);
                if (!char.IsLetter(next))
                    break;
            }
            else if (c is '.' && char.IsLetter(next))
            {
                if (char.IsUpper(next) && at - start > 1 && !(at - start > 2 && text[at - 2] == '.'))
                    break;
            }
            else if (!(Characters.IsHyphen(c) || c == '&') || !char.IsLetterOrDigit(next))
            {
                break;
            }
        }

        // The point behind the last letter of "S.N.C.F." belongs to the abbreviation.
        var stem = CliticStart(start, at);
        if (stem == at)
            return Add(start, at, TokenKind.Word);
        Add(start, stem, TokenKind.Word);
        return Add(stem, at, TokenKind.Clitic);
    }

    private int CliticStart(int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        if (word.IndexOfAny('-', '\u2011', '\u2010') < 1)
            return end;
        foreach (var clitic in Clitics)
        {
            if (word.Length > clitic.Length && Same(word[^clitic.Length..], clitic))
                return end - clitic.Length;
        }

        return end;
    }

    private static bool Same(ReadOnlySpan<char> ending, string clitic)
    {
        for (var i = 0; i < clitic.Length; i++)
        {
            if (ending[i] != clitic[i] && !(clitic[i] == '-' && Characters.IsHyphen(ending[i])))
                return false;
        }

        return true;
    }

    private int ReadNumber(int start, int end)
    {
        var at = start + 1;
        while (at < end && (char.IsLetterOrDigit(text[at]) || (text[at] is '.' or ',' or '-' or '/' && at + 1 < end && char.IsDigit(text[at + 1]))))
            at++;
        return Add(start, at, TokenKind.Number);
    }

    private int ReadSign(int start, int end)
    {
        var at = start + 1;
        if (text[start] is '.' or '…')
        {
            while (at < end && text[at] is '.' or '…')
                at++;
        }
        else if (text[start] is '!' or '?')
        {
            while (at < end && text[at] is '!' or '?')
                at++;
        }
        else if (char.IsHighSurrogate(text[start]) && at < end && char.IsLowSurrogate(text[at]))
        {
            at++;
        }

        return Add(start, at, TokenKind.Punctuation);
    }

    private int Add(int start, int end, TokenKind kind)
    {
        var lookup = forms.GetAlternateLookup<ReadOnlySpan<char>>();
        var word = text.AsSpan(start, end - start);
        if (!lookup.TryGetValue(word, out var form))
        {
            form = new WordForm(forms.Count, word.ToString());
            forms.Add(form.Text, form);
            Forms.Add(form);
        }

        Tokens.Add(new Token(start, end, kind, form));
        return end;
    }
}

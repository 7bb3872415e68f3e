namespace QuitteXBot.Search.Names.Folding;

/// <summary>
/// The key under which a name is filed: its words run together without articles and small link words, so that "AP-HP" meets "aphp"
/// and "Meurthe et Moselle" meets "meurthe-moselle".
/// </summary>
internal static class NameKey
{
    /// <summary>No name is longer; what is, has no key.</summary>
    public const int MaximumLength = 120;

    /// <summary>Writes the key of the words; 0 where it is too long.</summary>
    public static int Write(TokenRange words, Span<byte> key)
    {
        if (words.IsEmpty)
            return 0;
        var length = AreLetters(words) ? 0 : Write(words, key, keepLinks: false);
        return length > 0 ? length : Write(words, key, keepLinks: true);
    }

    public static bool IsLink(ReadOnlySpan<byte> word) => word.Length switch
    {
        1 => word[0] is (byte)'l' or (byte)'d' or (byte)'a',
        2 => word.SequenceEqual("le"u8) || word.SequenceEqual("la"u8) || word.SequenceEqual("de"u8) || word.SequenceEqual("du"u8)
            || word.SequenceEqual("et"u8) || word.SequenceEqual("en"u8) || word.SequenceEqual("au"u8) || word.SequenceEqual("of"u8),
        3 => word.SequenceEqual("les"u8) || word.SequenceEqual("des"u8) || word.SequenceEqual("aux"u8) || word.SequenceEqual("the"u8),
        _ => false,
    };

    // "C.F.D.T." has no small words.
    private static bool AreLetters(TokenRange words)
    {
        if (words.Count < 3)
            return false;
        for (var index = words.Start; index < words.End; index++)
        {
            if (words.Text.Token(index).Length > 1)
                return false;
        }

        return true;
    }

    private static int Write(TokenRange words, Span<byte> key, bool keepLinks)
    {
        var length = 0;
        for (var index = words.Start; index < words.End; index++)
        {
            var word = words.Text.Token(index);
            if (!keepLinks && IsLink(word))
                continue;
            if (length + word.Length > MaximumLength)
                return 0;
            word.CopyTo(key[length..]);
            length += word.Length;
        }

        return length;
    }
}

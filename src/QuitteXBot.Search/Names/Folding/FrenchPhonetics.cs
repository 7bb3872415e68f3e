namespace QuitteXBot.Search.Names.Folding;

/// <summary>
/// How a name sounds in French, roughly: "Meurthe et Moselle" and "meurte et mozelle", "Bordeaux" and "bordo", have one code.
/// Two names may share a code without sounding quite the same, never the other way where spelling alone differs by: silent letters,
/// doubled consonants, o/au/eau, ai/ei/è, s/z, c/k/qu, f/ph, i/y, an/en, in/ain/ein.
/// </summary>
internal static class FrenchPhonetics
{
    private const byte Nasal = (byte)'@'; // an, en
    private const byte NasalIn = (byte)'1';
    private const byte NasalOn = (byte)'3';

    /// <summary>Writes the code of the words, link words left out; <paramref name="code"/> must hold as many bytes as the words.</summary>
    public static int Write(TokenRange words, Span<byte> code)
    {
        var length = 0;
        for (var index = words.Start; index < words.End; index++)
        {
            var word = words.Text.Token(index);
            if (!NameKey.IsLink(word))
                length += WriteWord(word, code[length..]);
        }

        return length;
    }

    private static int WriteWord(ReadOnlySpan<byte> word, Span<byte> code)
    {
        Span<byte> letters = stackalloc byte[NameKey.MaximumLength];
        var sounded = Sounded(Prepare(word, letters), out var endsSilent);
        var length = 0;
        var index = 0;
        while (index < sounded.Length)
        {
            var taken = Read(sounded, index, endsSilent, out var sound);
            if (sound != 0 && (length == 0 || code[length - 1] != sound))
                code[length++] = sound;
            index += taken;
        }

        return length;
    }

    // Drops the h that is not heard, writes ph as f and doubled letters once.
    private static ReadOnlySpan<byte> Prepare(ReadOnlySpan<byte> word, Span<byte> letters)
    {
        var length = 0;
        for (var index = 0; index < word.Length && length < letters.Length; index++)
        {
            var letter = word[index];
            var last = length == 0 ? (byte)0 : letters[length - 1];
            if (letter == 'h' && last is not ((byte)'c' or (byte)'s'))
            {
                if (last == 'p')
                    letters[length - 1] = (byte)'f';
                continue;
            }

            // A doubled s is heard s, a single one between vowels z: it is kept double.
            if (letter == last && letter != 's' && !char.IsAsciiDigit((char)letter))
                continue;
            letters[length++] = letter;
        }

        return letters[..length];
    }

    // Cuts the end that is not heard: "rennes" → "ren", "lourdes" → "lourd", "hauts" → "hau". After a silent e the consonant before it is
    // heard, and no vowel is nasal: "Seine" is not "sein".
    private static ReadOnlySpan<byte> Sounded(ReadOnlySpan<byte> word, out bool endsSilent)
    {
        endsSilent = word.Length > 2 && word[^1] == 'e' || word.Length > 3 && word.EndsWith("es"u8);
        if (word.Length < 2 || word[^1] is >= (byte)'0' and <= (byte)'9')
            return word;
        if (word.EndsWith("es"u8) && word.Length > 3)
            return word[..^2];
        if (word[^1] == 'e' && word.Length > 2)
            return word[..^1];
        var end = word.Length;
        while (end > 1 && word[end - 1] is (byte)'d' or (byte)'t' or (byte)'s' or (byte)'x' or (byte)'z' or (byte)'p' or (byte)'g')
            end--;
        return word[..end];
    }

    private static int Read(ReadOnlySpan<byte> word, int at, bool endsSilent, out byte sound)
    {
        var rest = word[at..];
        if (IsVowel(rest[0]))
            return ReadVowel(rest, endsSilent, out sound);
        var next = rest.Length > 1 ? rest[1] : (byte)0;
        switch (rest[0])
        {
            case (byte)'c' or (byte)'s' when next == 'h':
                sound = (byte)'S';
                return 2;
            case (byte)'c':
                sound = IsFront(next) ? (byte)'s' : (byte)'k';
                return next is (byte)'q' or (byte)'k' ? 2 : 1;
            case (byte)'q':
                sound = (byte)'k';
                return next == 'u' ? 2 : 1;
            case (byte)'g':
                if (next == 'u' && rest.Length > 2 && IsFront(rest[2]))
                {
                    sound = (byte)'g';
                    return 2;
                }

                sound = next == 'n' ? (byte)'N' : IsFront(next) ? (byte)'j' : (byte)'g';
                return next == 'n' ? 2 : 1;
            case (byte)'s':
                sound = at > 0 && IsVowel(word[at - 1]) && (next == 0 || IsVowel(next)) ? (byte)'z' : (byte)'s';
                return next == 's' || (next == 'c' && rest.Length > 2 && IsFront(rest[2])) ? TakeHiss(out sound) : 1;
            case (byte)'x':
                sound = (byte)'s';
                return 1;
            case (byte)'w':
                sound = (byte)'v';
                return 1;
            default:
                sound = rest[0];
                return 1;
        }
    }

    private static int TakeHiss(out byte sound)
    {
        sound = (byte)'s';
        return 2;
    }

    private static int ReadVowel(ReadOnlySpan<byte> rest, bool endsSilent, out byte sound)
    {
        if (rest.StartsWith("eau"u8) || rest.StartsWith("au"u8))
        {
            sound = (byte)'o';
            return rest[0] == 'e' ? 3 : 2;
        }

        if ((rest.StartsWith("ain"u8) || rest.StartsWith("ein"u8) || rest.StartsWith("aim"u8)) && IsNasal(rest, 2, endsSilent))
        {
            sound = NasalIn;
            return 3;
        }

        var next = rest.Length > 1 ? rest[1] : (byte)0;
        if (next is (byte)'n' or (byte)'m' && IsNasal(rest, 1, endsSilent))
        {
            sound = rest[0] switch
            {
                (byte)'a' or (byte)'e' => Nasal,
                (byte)'o' => NasalOn,
                _ => NasalIn,
            };
            return 2;
        }

        var pair = next != 0;
        sound = rest[0] switch
        {
            (byte)'a' when next is (byte)'i' or (byte)'y' => (byte)'e',
            (byte)'e' when next is (byte)'i' or (byte)'y' => (byte)'e',
            (byte)'e' when next == 'u' => (byte)'Q',
            (byte)'o' when next == 'u' => (byte)'u',
            (byte)'o' when next is (byte)'i' or (byte)'y' => (byte)'W',
            (byte)'o' when next == 'e' => (byte)'e',
            (byte)'u' => (byte)'U',
            (byte)'y' => (byte)'i',
            _ => 0,
        };
        if (sound is (byte)'U' or (byte)'i')
            return 1;
        if (sound != 0 && pair)
            return 2;

        sound = rest[0];
        return rest.SequenceEqual("er"u8) ? 2 : 1; // -er at the end is heard é
    }

    private static bool IsNasal(ReadOnlySpan<byte> rest, int at, bool endsSilent) =>
        at + 1 >= rest.Length ? !endsSilent : !IsVowel(rest[at + 1]) && rest[at + 1] is not ((byte)'n' or (byte)'m');

    private static bool IsVowel(byte letter) => letter is (byte)'a' or (byte)'e' or (byte)'i' or (byte)'o' or (byte)'u' or (byte)'y';

    private static bool IsFront(byte letter) => letter is (byte)'e' or (byte)'i' or (byte)'y';
}

using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>
/// Codes: "54", "CD54", "département 54", "2A", "974", communes by INSEE code, EPCI by SIREN, régions by their code where "région" is said
/// ("44" alone is the département).
/// </summary>
internal static class TerritoryCodes
{
    private const int LongestCode = 20;

    /// <summary>The organisation whose code the words are, or -1.</summary>
    public static int Find(NameFile file, WordedName worded)
    {
        Span<byte> code = stackalloc byte[LongestCode];
        var length = Join(SkipCodeWords(worded.Name), code);
        if (length == 0)
            return -1;
        code = code[..length];
        var letters = 0;
        while (letters < length && !IsFigure(code[letters]))
            letters++;
        if (letters == length)
            return -1;
        return worded.Kinds.IsEmpty && letters > 1 ? FindAbbreviated(file, code, letters) : Find(file, worded.Kinds, code);
    }

    /// <summary>The département whose code, or postal code, the word is; -1 for none.</summary>
    public static int FindDepartement(NameFile file, ReadOnlySpan<byte> word)
    {
        var organisation = Find(file, OrganisationKind.Departement, word);
        if (organisation >= 0 || word.Length != 5 || !IsFigures(word))
            return organisation;
        organisation = Find(file, OrganisationKind.Departement, word[..2]);
        return organisation >= 0 ? organisation : Find(file, OrganisationKind.Departement, word[..3]);
    }

    private static int Find(NameFile file, KindSet kinds, ReadOnlySpan<byte> code)
    {
        if (code.Length == 1 && !kinds.IsEmpty)
            code = (byte[])[(byte)'0', code[0]];
        var kind = code.Length switch
        {
            2 or 3 => OrganisationKind.Departement,
            5 => OrganisationKind.Commune,
            9 => OrganisationKind.Epci,
            _ => OrganisationKind.Other,
        };
        var organisation = kinds.Admits(kind) ? Find(file, kind, code) : -1;
        if (organisation < 0 && kinds.IsEmpty)
            organisation = Find(file, OrganisationKind.Other, code);
        return organisation < 0 && kinds.Contains(OrganisationKind.Region) ? Find(file, OrganisationKind.Region, code) : organisation;
    }

    private static int FindAbbreviated(NameFile file, ReadOnlySpan<byte> code, int letters)
    {
        var prefix = code[..letters];
        if (prefix.SequenceEqual("cd"u8) || prefix.SequenceEqual("cg"u8) || prefix.SequenceEqual("dept"u8) || prefix.SequenceEqual("dpt"u8)
            || prefix.SequenceEqual("dep"u8) || prefix.SequenceEqual("departement"u8))
            return Find(file, KindSet.Of(OrganisationKind.Departement), code[letters..]);
        if (prefix.SequenceEqual("cr"u8) || prefix.SequenceEqual("region"u8))
            return Find(file, KindSet.Of(OrganisationKind.Region), code[letters..]);
        return -1;
    }

    private static int Find(NameFile file, OrganisationKind kind, ReadOnlySpan<byte> code)
    {
        var key = file.Keys.Find(CodeKey.Of(kind, code));
        return key < 0 ? -1 : file.FormOrganisation(file.FirstForm(key));
    }

    private static TokenRange SkipCodeWords(TokenRange words)
    {
        while (words.Count > 1 && IsCodeWord(words.Text.Token(words.Start)))
            words = words.From(words.Start + 1);
        return words;
    }

    private static bool IsCodeWord(ReadOnlySpan<byte> word) => NameKey.IsLink(word)
        || word.SequenceEqual("n"u8) || word.SequenceEqual("no"u8) || word.SequenceEqual("numero"u8) || word.SequenceEqual("code"u8)
        || word.SequenceEqual("insee"u8) || word.SequenceEqual("siren"u8);

    // A SIREN may be written in three groups of figures; other codes are one word.
    private static int Join(TokenRange words, Span<byte> code)
    {
        if (words.Count != 1 && words.Count != 3)
            return 0;
        var length = 0;
        for (var index = words.Start; index < words.End; index++)
        {
            var word = words.Text.Token(index);
            if (length + word.Length > code.Length || (words.Count == 3 && (word.Length != 3 || !IsFigures(word))))
                return 0;
            word.CopyTo(code[length..]);
            length += word.Length;
        }

        return length;
    }

    private static bool IsFigures(ReadOnlySpan<byte> word)
    {
        foreach (var unit in word)
        {
            if (!IsFigure(unit))
                return false;
        }

        return true;
    }

    private static bool IsFigure(byte unit) => unit is >= (byte)'0' and <= (byte)'9';
}

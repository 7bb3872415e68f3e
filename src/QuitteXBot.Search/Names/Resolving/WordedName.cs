using QuitteXBot.Search.Names.Folding;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>A name parted from the administrative wording around it: "conseil départemental de la Moselle" → a département, "la Moselle".</summary>
/// <param name="Kinds">What the wording taken off so far restricts the kind to; empty without wording.</param>
/// <param name="Name">The words that are left; empty where the wording stands alone.</param>
internal sealed record WordedName(KindSet Kinds, TokenRange Name)
{
    /// <summary>Nothing but wording is left.</summary>
    public bool IsWording => TakeOff() is { Name.IsEmpty: true };

    public static WordedName Whole(TokenRange words) => new(KindSet.None, words);

    /// <summary>The whole words, then with one wording after the other taken off, as long as something is left.</summary>
    public static List<WordedName> Levels(TokenRange words, KindSet kinds)
    {
        var levels = new List<WordedName>(4);
        for (WordedName? level = new(kinds, words); level is { Name.IsEmpty: false }; level = level.TakeOff())
            levels.Add(level);
        return levels;
    }

    /// <summary>Takes one more wording off, first in front, then behind ("mairie de la ville de Paris" has two); null where there is none.</summary>
    public WordedName? TakeOff()
    {
        var inner = SkipLinks(Name);
        var before = AdministrativeWording.ReadBefore(inner, out var next);
        if (Goes(before))
            return Left(before, inner.From(next));
        var after = AdministrativeWording.ReadAfter(Name, out var end);
        return Goes(after) ? Left(after, Name.Before(end)) : null;
    }

    /// <summary>
    /// The name with the article that the wording's preposition hides: after wording "du Mans" is "le mans", "des Vosges" "les vosges",
    /// "de la Moselle" "la moselle", "de Bordeaux" "bordeaux".
    /// </summary>
    public string Strict()
    {
        if (Name.Count < 2 || Kinds.IsEmpty)
            return Name.ToString();
        var first = Name.Text.Token(Name.Start);
        var rest = Name.From(Name.Start + 1);
        if (first.SequenceEqual("de"u8) || first.SequenceEqual("d"u8) || first.SequenceEqual("of"u8))
            return rest.ToString();
        if (first.SequenceEqual("du"u8))
            return "le " + rest;
        return first.SequenceEqual("des"u8) ? "les " + rest : Name.ToString();
    }

    private bool Goes(KindSet read) => !read.IsEmpty && (Kinds.IsEmpty || !Kinds.And(read).IsEmpty);

    private WordedName Left(KindSet read, TokenRange rest) => new(Kinds.And(read), SkipLinks(rest).IsEmpty ? rest.From(rest.End) : rest);

    private static TokenRange SkipLinks(TokenRange words)
    {
        while (!words.IsEmpty && NameKey.IsLink(words.Text.Token(words.Start)))
            words = words.From(words.Start + 1);
        return words;
    }
}

using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Indexing;
using QuitteXBot.Search.Names.Resolving;

namespace QuitteXBot.Search.Names.Mentions;

/// <summary>Reads the longest name that begins at a word.</summary>
/// <param name="surnames">Gets the communes whose names are surnames in this text.</param>
internal sealed class MentionReader(NameFile file, ExactNames exact, MentionRules rules, OrganisationList surnames)
{
    private const int MostWords = 14;
    private const int MostQualifyingWords = 6;
    private const int MostWordings = 3;

    /// <summary>The longest name at the word, with its wording; null where there is none.</summary>
    public MentionSpan? Read(FoldedText text, int start)
    {
        var bare = ReadName(text, start, start, KindSet.None);
        var kinds = ReadWording(text, start, out var nameStart);
        if (kinds.IsEmpty || nameStart >= text.Count)
            return bare ?? ReadCode(text, start, start, KindSet.None);

        var worded = ReadName(text, start, nameStart, kinds) ?? ReadCode(text, start, nameStart, kinds);
        return worded is null || (bare is not null && bare.Whole.End >= worded.Whole.End) ? bare : worded;
    }

    /// <summary>Wording at the word, repeated or not, and the first word after it and its prepositions.</summary>
    public static KindSet ReadWording(FoldedText text, int start, out int nameStart)
    {
        var kinds = KindSet.None;
        nameStart = start;
        for (var wordings = 0; nameStart < text.Count && wordings < MostWordings; wordings++)
        {
            var read = AdministrativeWording.ReadBefore(text.All.From(nameStart), out var next);
            if (read.IsEmpty || IsThis(text, nameStart) || (!kinds.IsEmpty && kinds.And(read).IsEmpty) || Breaks(text, nameStart + 1, next))
                break;
            kinds = kinds.And(read);
            nameStart = next;
            while (nameStart < text.Count && !text.Place(nameStart).Is(TokenTraits.AfterBreak) && NameKey.IsLink(text.Token(nameStart)))
                nameStart++;
        }

        if (nameStart < text.Count && text.Place(nameStart).Is(TokenTraits.AfterBreak))
            kinds = KindSet.None;
        return kinds;
    }

    // "Ca" is short for communauté d'agglomération; in small letters it is "ça".
    private static bool IsThis(FoldedText text, int index) => text.TokenIs(index, "ca"u8) && !text.Place(index).Is(TokenTraits.Capital);

    private MentionSpan? ReadName(FoldedText text, int start, int nameStart, KindSet kinds)
    {
        Span<byte> key = stackalloc byte[NameKey.MaximumLength];
        var length = 0;
        var low = 0;
        var high = file.Keys.Count;
        MentionSpan? longest = null;
        var limit = Math.Min(text.Count, nameStart + MostWords);
        for (var index = nameStart; index < limit && low < high; index++)
        {
            if (index > nameStart && text.Place(index).Is(TokenTraits.AfterBreak) && text.Place(index - 1).Length > 2)
                break;
            var word = text.Token(index);
            if (NameKey.IsLink(word))
                continue;
            if (length + word.Length > key.Length)
                break;
            word.CopyTo(key[length..]);
            length += word.Length;
            low = file.Keys.LowerBound(key[..length], low, high);
            high = file.Keys.PrefixEnd(key[..length], low, high);
            if (low == high || file.Keys[low].Length != length)
                continue;
            var name = new TokenRange(text, nameStart, index + 1);
            if (Choose(name, start, kinds, low) is { } span)
                longest = span;
        }

        return longest;
    }

    private MentionSpan? Choose(TokenRange name, int start, KindSet kinds, int key)
    {
        if (!HasSpelling(name, key, kinds.IsEmpty && rules.IsOneOrdinaryWord(name)))
            return null;
        var choice = exact.Resolve(name, kinds, Place.Anywhere);
        if (choice.IsNobody)
            return null;
        var whole = name.From(start);
        var span = Extend(new MentionSpan(whole, name, kinds, choice));
        if (rules.Accepts(span))
            return span;
        if (rules.MayBeSurname(span) && rules.IsSurname(span))
            surnames.AddAll(span.Choice.Organisations);
        return null;
    }

    // A département or a kind behind the name: "Saint-Denis (93)", "bordeaux university".
    private MentionSpan Extend(MentionSpan span)
    {
        var text = span.Name.Text;
        var next = span.Whole.End;
        if (next >= text.Count)
            return span;
        var behind = AdministrativeWording.ReadAfterAt(text.All.From(next), out var end);
        if (!behind.IsEmpty && !Breaks(text, next, end) && exact.Resolve(span.Name, span.Kinds.And(behind), Place.Anywhere) is { IsNobody: false } ofKind)
            return span with { Whole = span.Whole.Before(end), Kinds = span.Kinds.And(behind), Choice = ofKind };

        var most = WordsOfQualifier(span, text.Place(next));
        for (var last = Math.Min(text.Count, next + most); last > next; last--)
        {
            var qualified = new Qualified(span.Name, new TokenRange(text, next, last));
            if (Breaks(text, next + 1, last) || (most == 1 && TerritoryCodes.FindDepartement(file, text.Token(next)) < 0))
                continue;
            if (qualified.TryRead(file, exact, out var place, out var kinds) && !place.IsAnywhere
                && exact.Resolve(span.Name, span.Kinds.And(kinds), place) is { IsNobody: false } placed)
                return span with { Whole = span.Whole.Before(last), Choice = placed };
        }

        return span;
    }

    // After a comma only a name that others have too is told from them: "Nancy, Meurthe-et-Moselle" may be a list.
    private int WordsOfQualifier(MentionSpan span, FoldedToken next)
    {
        if (next.Is(TokenTraits.AfterOpeningBracket))
            return MostQualifyingWords;
        var hasHomonyms = exact.Senses(new WordedName(span.Kinds, span.Name), Place.Anywhere).Count > 1;
        if (next.Is(TokenTraits.AfterComma))
            return hasHomonyms ? MostQualifyingWords : 0;
        return hasHomonyms && !next.Is(TokenTraits.AfterBreak) ? 1 : 0;
    }

    // "CD54", "département 54", "pourquoi le 54 quitte X"; any other number in a sentence is a number.
    private MentionSpan? ReadCode(FoldedText text, int start, int nameStart, KindSet kinds)
    {
        var word = text.Token(nameStart);
        var name = new TokenRange(text, nameStart, nameStart + 1);
        var organisation = TerritoryCodes.Find(file, new WordedName(kinds, name));
        if (organisation < 0)
            return null;
        var span = new MentionSpan(name.From(start), name, kinds, Choice.Of(OrganisationList.Of(organisation)));
        var isAbbreviation = word.Length > 3 && char.IsAsciiLetter((char)word[0]) && char.IsAsciiDigit((char)word[^1]);
        return !kinds.IsEmpty || isAbbreviation || MentionRules.IsSubjectWithArticle(span) ? span : null;
    }

    // In a sentence small words are not overlooked: "la Meurthe et la Moselle" are two rivers, "Coupe du Monde" is not Le Monde.
    private bool HasSpelling(TokenRange name, int key, bool strictly)
    {
        var end = file.FirstForm(key + 1);
        for (var form = file.FirstForm(key); form < end; form++)
        {
            if (strictly ? name.Strict.SequenceEqual(file.FormText(form)) : HasLinksOf(name, file.FormText(form)))
                return true;
        }

        return false;
    }

    private static bool HasLinksOf(TokenRange name, ReadOnlySpan<byte> form)
    {
        for (var index = name.Start; index < name.End; index++)
        {
            var word = name.Text.Token(index);
            if (NameKey.IsLink(word) && index > name.Start && !HasWord(form, word))
                return false;
        }

        // An article in front belongs to the name or it does not.
        return !NameKey.IsLink(name.Text.Token(name.Start)) || name.Strict.SequenceEqual(form);
    }

    private static bool HasWord(ReadOnlySpan<byte> form, ReadOnlySpan<byte> word)
    {
        while (true)
        {
            var space = form.IndexOf((byte)' ');
            if ((space < 0 ? form : form[..space]).SequenceEqual(word))
                return true;
            if (space < 0)
                return false;
            form = form[(space + 1)..];
        }
    }

    private static bool Breaks(FoldedText text, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (text.Place(index).Is(TokenTraits.AfterBreak))
                return true;
        }

        return false;
    }
}

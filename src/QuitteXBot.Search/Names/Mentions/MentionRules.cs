using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Indexing;
using QuitteXBot.Search.Names.Resolving;

namespace QuitteXBot.Search.Names.Mentions;

/// <summary>
/// Whether words that are filed as a name are meant as one. There are communes called Sens, Plaisir, Die and Y: words of the language count
/// only where capitals, administrative wording or the form of the question show a name.
/// </summary>
internal sealed class MentionRules(NameFile file)
{
    public bool Accepts(MentionSpan span) => !IsInsideCompound(span) && (span.Kinds.IsEmpty ? AcceptsBare(span) : AcceptsWorded(span));

    /// <summary>The same for a mistyped name, whose neighbours must not be taken for parts of it: "ne marre pas" is not Maurepas.</summary>
    public bool AcceptsSlip(MentionSpan span) => Accepts(span)
        && ((!IsOrdinaryAt(span.Name, span.Name.Start) && !IsOrdinaryAt(span.Name, span.Name.End - 1))
            || AreAll(span.Choice.Organisations, OrganisationKind.Departement)
            || AreAll(span.Choice.Organisations, OrganisationKind.Region));

    public bool IsOneOrdinaryWord(TokenRange name) => ContentWords(name) == 1 && Ordinary.Are(file, name);

    private bool IsOrdinaryAt(TokenRange name, int index) => file.OrdinaryWords.Find(name.Text.Token(index)) >= 0;

    private bool AcceptsWorded(MentionSpan span)
    {
        if (!Ordinary.Are(file, span.Name) || IsWrittenAsName(span.Name) || ContentWords(span.Name) > 1 || span.Kinds.Contains(OrganisationKind.Region))
            return true;

        // "La ville de Sens" names one, "la ville y gagne" does not.
        var before = span.Name.Start - 1;
        return before > span.Whole.Start && NameKey.IsLink(span.Name.Text.Token(before));
    }

    private bool AcceptsBare(MentionSpan span)
    {
        var ordinary = Ordinary.Are(file, span.Name);
        if (IsAcronymOrLetter(span))
            return false;
        if (IsWrittenAsName(span.Name))
            return ordinary
                ? HasProminent(span.Choice.Organisations) && !RuledOutByNext(span) && (!OnlyBeginsSentence(span.Name) || IsSubject(span))
                : !IsPartOfLongerName(span);
        if (ordinary)
            return IsOrdinaryButMeant(span);
        return span.Choice.Match != NameMatch.Exact || IsSubject(span) || HasProminent(span.Choice.Organisations);
    }

    private bool IsOrdinaryButMeant(MentionSpan span)
    {
        var text = span.Name.Text;
        if (RuledOutByNext(span))
            return false;
        if (IsSubject(span))
            return ContentWords(span.Name) > 1 || NameKey.IsLink(text.Token(span.Name.Start))
                || (LeadWords.FollowsSubject(Next(span)) && HasProminent(span.Choice.Organisations));
        if (IsPlace(span))
            return true;
        if (ContentWords(span.Name) < 2 || !AreAll(span.Choice.Organisations, OrganisationKind.Region))
            return false;
        return span.Name.Start == 0 || !LeadWords.RulesOutAfter(text.Token(span.Name.Start - 1));
    }

    // "La somme de", "l'Union européenne".
    private static bool RuledOutByNext(MentionSpan span) => LeadWords.RulesOutBefore(Next(span));

    // The word behind, if nothing but a space parts it from the name.
    private static ReadOnlySpan<byte> Next(MentionSpan span)
    {
        var text = span.Name.Text;
        return span.Whole.End < text.Count && !text.Place(span.Whole.End).Is(TokenTraits.AfterBreak) ? text.Token(span.Whole.End) : default;
    }

    // "Génération Y", "the EU": there are communes called Y and Eu.
    private bool IsAcronymOrLetter(MentionSpan span)
    {
        if (span.Name.Count > 1 || !AreAll(span.Choice.Organisations, OrganisationKind.Commune))
            return false;
        var token = span.Name.Text.Place(span.Name.Start);
        return token.Length == 1 || (token.Length <= 3 && token.Is(TokenTraits.Capital) && !token.Is(TokenTraits.Small));
    }

    /// <summary>All its words have capitals, in a text whose capitals mean something.</summary>
    private static bool IsWrittenAsName(TokenRange name)
    {
        var capitals = false;
        for (var index = name.Start; index < name.End; index++)
        {
            var token = name.Text.Place(index);
            if (NameKey.IsLink(name.Text.Token(index)) || char.IsAsciiDigit((char)name.Text.Bytes[token.Start]))
                continue;
            if (!token.Is(TokenTraits.Capital))
                return false;
            capitals = true;
        }

        return capitals && HasSmallWord(name.Text);
    }

    private static bool OnlyBeginsSentence(TokenRange name) => name.Count == 1 && name.Text.Place(name.Start).Is(TokenTraits.BeginsSentence);

    /// <summary>"Pourquoi le 54 quitte X": question word, article, and a verb of leaving behind.</summary>
    public static bool IsSubjectWithArticle(MentionSpan span)
    {
        var text = span.Name.Text;
        return span.Whole.Start > 1 && NameKey.IsLink(text.Token(span.Whole.Start - 1)) && IsSubject(span)
            && span.Whole.End < text.Count && LeadWords.FollowsSubject(text.Token(span.Whole.End));
    }

    // "Franche-Comté" has nothing to do with La Comté.
    private static bool IsInsideCompound(MentionSpan span)
    {
        var text = span.Name.Text;
        return text.Place(span.Whole.Start).Is(TokenTraits.AfterHyphen)
            || (span.Whole.End < text.Count && text.Place(span.Whole.End).Is(TokenTraits.AfterHyphen));
    }

    /// <summary>"Bernard Cazeneuve", "M. Cazeneuve", "Nancy Pelosi": with a capital or a title next to it, it names a person or something else.</summary>
    private bool IsPartOfLongerName(MentionSpan span)
    {
        if (ContentWords(span.Name) > 1 || !AreAll(span.Choice.Organisations, OrganisationKind.Commune))
            return false;
        var text = span.Name.Text;
        return IsSurname(span) || (span.Whole.End < text.Count && !text.Place(span.Whole.End).Is(TokenTraits.AfterBreak) && IsProperWord(text, span.Whole.End));
    }

    /// <summary>A first name or a title stands before it: "Bernard Cazeneuve". Elsewhere in that text the name alone is the same person.</summary>
    public bool IsSurname(MentionSpan span)
    {
        var text = span.Name.Text;
        var before = span.Whole.Start - 1;
        if (before < 0 || !span.Kinds.IsEmpty || !IsWrittenAsName(span.Name))
            return false;
        return LeadWords.IsTitle(text.Token(before)) || (!text.Place(span.Whole.Start).Is(TokenTraits.AfterBreak) && IsProperWord(text, before));
    }

    /// <summary>Whether the surname of somebody in the text may be taken for it.</summary>
    public bool MayBeSurname(MentionSpan span) => span.Kinds.IsEmpty && AreAll(span.Choice.Organisations, OrganisationKind.Commune)
        && !HasProminent(span.Choice.Organisations);

    private bool IsProperWord(FoldedText text, int index)
    {
        var token = text.Place(index);
        return token.Length > 1 && token.Is(TokenTraits.Capital) && token.Is(TokenTraits.Small) && file.OrdinaryWords.Find(text.Token(index)) < 0
            && !NameKey.IsLink(text.Token(index));
    }

    // Follows a question word, an article between them at most, or begins the text before a verb of leaving.
    private static bool IsSubject(MentionSpan span)
    {
        var text = span.Name.Text;
        var before = span.Whole.Start - 1;
        if (before >= 0 && NameKey.IsLink(text.Token(before)) && !NameKey.IsLink(text.Token(span.Whole.Start)))
            before--;
        return before >= 0
            ? LeadWords.IsLead(text.Token(before))
            : span.Whole.End < text.Count && LeadWords.FollowsSubject(text.Token(span.Whole.End));
    }

    // "Qui a quitté X dans le nord ?"
    private bool IsPlace(MentionSpan span)
    {
        var text = span.Name.Text;
        return span.Whole.Start > 0 && NameKey.IsLink(text.Token(span.Whole.Start)) && text.TokenIs(span.Whole.Start - 1, "dans"u8)
            && AreAll(span.Choice.Organisations, OrganisationKind.Departement);
    }

    private static int ContentWords(TokenRange name)
    {
        var count = 0;
        for (var index = name.Start; index < name.End; index++)
            count += NameKey.IsLink(name.Text.Token(index)) ? 0 : 1;
        return count;
    }

    private bool HasProminent(OrganisationList organisations)
    {
        for (var index = 0; index < organisations.Count; index++)
        {
            if (KeyProminence.IsProminent(file.Facts(organisations[index])))
                return true;
        }

        return false;
    }

    private bool AreAll(OrganisationList organisations, OrganisationKind kind)
    {
        for (var index = 0; index < organisations.Count; index++)
        {
            if (file.Facts(organisations[index]).Kind != kind)
                return false;
        }

        return true;
    }

    // In a text of capitals only, capitals tell nothing.
    private static bool HasSmallWord(FoldedText text)
    {
        for (var index = 0; index < text.Count; index++)
        {
            if (text.Place(index) is { Length: > 1 } token && token.Is(TokenTraits.Small))
                return true;
        }

        return false;
    }
}

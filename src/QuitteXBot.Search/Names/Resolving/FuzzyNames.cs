using System.Text;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>Finds names that sound the same or are a few typing errors away. Another real name is never taken for a mistyped one.</summary>
internal sealed class FuzzyNames(NameFile file, ExactNames exact, SenseChooser chooser)
{
    /// <summary>From that length on a mistyped name may be a village's too.</summary>
    private const int LongName = 9;
    private const int ShortestSound = 3;
    private const int MostNear = 5;

    /// <summary>Who is meant by the words, if they are a slip; else the nearest names.</summary>
    /// <param name="least">Only keys with that <see cref="KeyProminence"/>; 0: any that the length of the name allows.</param>
    /// <param name="most">No more typing errors than that, even in a long name.</param>
    public Choice Resolve(WordedName worded, Place place, uint least = 0, int most = 2)
    {
        Span<byte> typed = stackalloc byte[NameKey.MaximumLength];
        var length = NameKey.Write(worded.Name, typed);
        if (length < 4 || Ordinary.Are(file, worded.Name))
            return Choice.Nobody;
        typed = typed[..length];

        var isBare = worded.Kinds.IsEmpty && place.IsAnywhere;
        var wanted = isBare && length < LongName ? KeyProminence.Known | least : least;

        // Many an inflected word of the language sounds like some village, or is two letters away from one.
        var isWord = isBare && worded.Name.Count == 1;
        var alike = SoundAlikes(worded.Name, isWord ? wanted | KeyProminence.Prominent : wanted);
        var sounding = alike.Count;
        var allowed = Math.Min(most, EditDistance.Allowed(Letters(worded.Name)));
        if (allowed > 0)
            AddWithErrors(alike, typed, 1, wanted);
        var near = new OrganisationList();
        if (Among(alike, worded, place, near) is { IsNobody: false } slip)
            return slip with { Match = IsOneOf(slip, alike, sounding) ? NameMatch.Phonetic : NameMatch.Typo };

        // A name of nine letters that lost its first one, which counts two, has eight.
        var lostFirst = allowed == 1 && most > 1 && Letters(worded.Name) == LongName - 1;
        if (allowed > 1 || lostFirst)
        {
            var further = new List<int>();
            AddWithErrors(further, typed, 2, isWord ? wanted | KeyProminence.Known : wanted);
            if (lostFirst)
                KeepEndingWith(further, typed);
            if (AreRealWords(worded.Name))
                AddNear(further, worded, place, near);
            else if (Among(further, worded, place, near) is { IsNobody: false } mistyped)
                return mistyped with { Match = NameMatch.Typo };
        }

        return Choice.Near(near);
    }

    // Of several names one must plainly outweigh the others, else none is guessed at.
    private Choice Among(List<int> keys, WordedName worded, Place place, OrganisationList near)
    {
        var choices = new List<Choice>();
        foreach (var key in keys)
        {
            var senses = exact.Senses(key, [], worded.Kinds, place);
            if (senses.Count == 0)
                continue;
            var choice = chooser.Choose(senses, !worded.Kinds.IsEmpty);
            near.AddAll(choice.Nearest);
            if (!choice.IsNobody)
                choices.Add(choice);
        }

        if (choices.Count < 2)
            return choices.Count == 0 ? Choice.Nobody : choices[0];
        if (chooser.Dominant(choices) is { } meant)
            return meant;
        foreach (var choice in choices)
            near.AddAll(choice.Organisations);
        return Choice.Nobody;
    }

    // As typed, small words included.
    private static int Letters(TokenRange words) => words.Strict.Length - (words.Count - 1);

    private bool IsOneOf(Choice choice, List<int> keys, int count)
    {
        for (var index = 0; index < count; index++)
        {
            for (var form = file.FirstForm(keys[index]); form < file.FirstForm(keys[index] + 1); form++)
            {
                if (choice.Organisations.Contains(file.FormOrganisation(form)))
                    return true;
            }
        }

        return false;
    }

    private List<int> SoundAlikes(TokenRange words, uint wanted)
    {
        Span<byte> code = stackalloc byte[NameKey.MaximumLength * 2];
        Span<byte> other = stackalloc byte[NameKey.MaximumLength * 2];
        var found = new List<int>();
        var length = words.Strict.Length > NameKey.MaximumLength ? 0 : FrenchPhonetics.Write(words, code);
        if (length < ShortestSound)
            return found;

        var hash = PhoneticHash.Of(code[..length]);
        var table = file.Phonetics;
        for (var at = FirstSound(table, hash); 2 * at < table.Count && table[2 * at] == hash; at++)
        {
            var key = (int)table[(2 * at) + 1];
            var isAlike = false;
            var isWorth = false;
            for (var form = file.FirstForm(key); form < file.FirstForm(key + 1); form++)
            {
                var otherWords = FoldedText.Of(Encoding.UTF8.GetString(file.FormText(form))).All;
                var otherLength = otherWords.Strict.Length > NameKey.MaximumLength ? 0 : FrenchPhonetics.Write(otherWords, other);
                isAlike |= other[..otherLength].SequenceEqual(code[..length]);
                isWorth |= KeyProminence.Has(file.Facts(file.FormOrganisation(form)), wanted);
            }

            if (isAlike && isWorth)
                found.Add(key);
        }

        return found;
    }

    private static int FirstSound(NumberTable table, uint hash)
    {
        var low = 0;
        var high = table.Count / 2;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (table[2 * middle] < hash)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void AddWithErrors(List<int> found, ReadOnlySpan<byte> typed, int errors, uint wanted)
    {
        var signature = LetterSignature.Of(typed);
        var keys = file.KeysByLength;
        var signatures = file.Signatures;
        var starts = file.LengthStarts;
        var names = file.Keys;
        var from = (int)starts[Math.Max(1, typed.Length - errors)];
        var to = (int)starts[Math.Min(NameKey.MaximumLength, typed.Length + errors) + 1];
        for (var index = from; index < to; index++)
        {
            if ((signatures[index] & wanted) != wanted || !LetterSignature.MayBeWithin(signature, signatures[index], errors))
                continue;
            var key = (int)keys[index];
            if (EditDistance.Within(typed, names[key], errors) == errors && !found.Contains(key))
                found.Add(key);
        }
    }

    private void KeepEndingWith(List<int> keys, ReadOnlySpan<byte> typed)
    {
        for (var index = keys.Count - 1; index >= 0; index--)
        {
            var name = file.Keys[keys[index]];
            if (name.Length != typed.Length + 1 || !name[1..].SequenceEqual(typed))
                keys.RemoveAt(index);
        }
    }

    // "Seine-et-Loire" is two typing errors from Saône-et-Loire, but its words are names themselves: that is no slip.
    private bool AreRealWords(TokenRange words)
    {
        for (var index = words.Start; index < words.End; index++)
        {
            var word = words.Text.Token(index);
            if (!NameKey.IsLink(word) && !WordStarts.HasWord(file, word))
                return false;
        }

        return words.Count > 1;
    }

    private void AddNear(List<int> keys, WordedName worded, Place place, OrganisationList near)
    {
        foreach (var key in keys)
        {
            if (near.Count >= MostNear)
                return;
            foreach (var sense in exact.Senses(key, [], worded.Kinds, place))
                near.Add(sense.Organisation);
        }
    }
}

using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Text;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Platforms;
using QuitteXBot.Core.Reasons;

namespace QuitteXBot.Commands.Questions;

/// <summary>Finds what each word of a question does. What is found first keeps its words: periods, reasons and platforms, names, kinds, then the small words.</summary>
internal sealed class QuestionReader(IKnowledge knowledge, DateOnly today)
{
    private const int ShortestForgiven = 5;

    public Reading Read(string text)
    {
        var reading = new Reading(text, Word.Split(text));
        ReadPeriod(reading);
        ReadCatalogue(reading);
        ReadNames(reading);
        ReadCodes(reading);
        ReadKinds(reading);
        ReadCountry(reading);
        ReadOtherWords(reading);
        return reading;
    }

    private void ReadPeriod(Reading reading)
    {
        if (PeriodReader.FindIn(reading.Words, today) is not { } found)
            return;
        reading.Period = found.Period;
        Claim(reading, found.First, found.Words, WordRole.Period);
    }

    private void ReadCatalogue(Reading reading)
    {
        var reasons = ReasonReader.AllPhrases(knowledge.Catalogue.Reasons);
        var platforms = PlatformReader.AllPhrases(knowledge.Catalogue.Platforms);
        for (var i = 0; i < reading.Words.Length; i++)
        {
            if (reading.Roles[i] != WordRole.Foreign)
                continue;
            var reason = Found<Reason>.At(reasons, reading.Words, i);
            var platform = Found<Platform>.At(platforms, reading.Words, i);
            if (reason is { } given && given.Words >= (platform?.Words ?? 0))
            {
                if (!reading.Reasons.Contains(given.Meaning))
                    reading.Reasons.Add(given.Meaning);
                Claim(reading, i, given.Words, WordRole.Reason);
            }
            else if (platform is { } named)
            {
                var isLeft = named.Meaning.Key == PlatformReader.Left;
                if (!isLeft && !reading.Platforms.Contains(named.Meaning))
                    reading.Platforms.Add(named.Meaning);
                Claim(reading, i, named.Words, isLeft ? WordRole.LeftNetwork : WordRole.Platform);
            }
        }
    }

    private void ReadNames(Reading reading)
    {
        foreach (var mention in knowledge.Names.FindMentions(reading.Text))
        {
            if (mention.Resolution.Outcome == ResolutionOutcome.Unknown)
                continue;
            var first = -1;
            var count = 0;
            var free = 0;
            for (var i = 0; i < reading.Words.Length; i++)
            {
                var word = reading.Words[i];
                if (word.Start < mention.Start || word.End > mention.Start + mention.Length)
                    continue;
                first = first < 0 ? i : first;
                count++;
                free += reading.Roles[i] == WordRole.Foreign ? 1 : 0;
            }

            // A reason or a month is no name, even where a commune is called so.
            if (first < 0 || free == 0)
                continue;
            AddName(reading, first, count, reading.Text.Substring(mention.Start, mention.Length), mention.Resolution);
        }
    }

    /// <summary>«dans le 54», «le 2A»: département codes, which are too short to be names.</summary>
    private void ReadCodes(Reading reading)
    {
        for (var i = 1; i < reading.Words.Length; i++)
        {
            var folded = reading.Words[i].Folded;
            if (reading.Roles[i] != WordRole.Foreign || folded.Length is < 2 or > 3 || !char.IsAsciiDigit(folded[0])
                || reading.FoldedAt(i - 1) is not ("le" or "la" or "du" or "dans" or "departement" or "dept" or "cd"))
                continue;
            var resolution = knowledge.Names.Resolve(folded);
            if (resolution.Organisation is not null)
                AddName(reading, i, 1, folded, resolution);
        }
    }

    private static void AddName(Reading reading, int first, int count, string text, Resolution resolution)
    {
        reading.Names.Add(new NamedInQuestion(first, count, text, resolution, IsPlaceAt(reading, first)));
        Claim(reading, first, count, WordRole.Name);
    }

    /// <summary>Whether the words before make a name a place; «communes de Moselle» is seen once the kinds are read.</summary>
    private static bool IsPlaceAt(Reading reading, int first)
    {
        var i = first - 1;
        while (reading.FoldedAt(i) is "le" or "la" or "les" or "l" or "the" or "region" or "departement")
            i--;
        return reading.FoldedAt(i) is "en" or "dans" or "in" or "within" || (reading.FoldedAt(i) is "a" or "au" or "aux" && i > 0 && !IsVerbHave(reading, i));
    }

    /// <summary>«a» without its accent is a verb as often as a preposition; with it, it is none.</summary>
    private static bool IsVerbHave(Reading reading, int index) =>
        reading.Words[index].Folded == "a" && reading.Text[reading.Words[index].Start] is 'a' or 'A'
        && (reading.FoldedAt(index - 1) is "qui" or "on" or "il" or "elle" or "quand" or "pourquoi");

    private static void ReadKinds(Reading reading)
    {
        for (var i = 0; i < reading.Words.Length; i++)
        {
            for (var length = Math.Min(KindReader.LongestPhrase, reading.Words.Length - i); length > 0; length--)
            {
                if (!AreFree(reading, i, length)
                    || KindReader.FindNoun(string.Join(' ', reading.Words.Skip(i).Take(length).Select(word => word.Folded))) is not { } kind)
                    continue;
                ReadKind(reading, i, length, kind);
                break;
            }
        }
    }

    private static void ReadKind(Reading reading, int index, int length, KindGroup kind)
    {
        var next = index + length;
        while (reading.FoldedAt(next) is "de" or "du" or "des" or "d" or "la" or "le" or "l" or "of")
            next++;
        var name = reading.Names.FindIndex(named => named.First == next);
        var isPlural = reading.FoldedAt(index + length - 1) is [.., 's' or 'x'];
        var isAsked = reading.FoldedAt(index - 1) is "quel" or "quelle" or "which" or "what";
        if (name >= 0 && !isPlural && !isAsked)
        {
            // «la région Grand Est»: part of the name.
            Claim(reading, index, length, WordRole.Name);
            return;
        }

        if (name >= 0 && next > index + length)
            reading.Names[name] = reading.Names[name] with { AsPlace = true };
        Claim(reading, index, length, WordRole.Kind);
        if (kind.Kinds is not [OrganisationKind.Other])
            reading.Kinds.Add(kind);
    }

    private static void ReadCountry(Reading reading)
    {
        for (var i = 1; i < reading.Words.Length; i++)
        {
            if (reading.Roles[i] != WordRole.Foreign || Country.FindAt(reading.Words, i) is not { } found)
                continue;
            reading.Country = found.Meaning;
            Claim(reading, i, found.Words, WordRole.Country);
        }
    }

    private void ReadOtherWords(Reading reading)
    {
        for (var i = 0; i < reading.Words.Length; i++)
        {
            if (reading.Roles[i] == WordRole.Foreign)
                reading.Roles[i] = RoleOf(reading, reading.Words[i].Folded);
        }
    }

    private WordRole RoleOf(Reading reading, string folded)
    {
        var role = KnownRoleOf(folded);
        if (role != WordRole.Foreign || folded.Length < ShortestForgiven)
            return role;
        if (PlatformReader.FindMistyped(knowledge.Catalogue.Platforms, folded) is { } platform)
        {
            if (!reading.Platforms.Contains(platform))
                reading.Platforms.Add(platform);
            return WordRole.Platform;
        }

        return Corrected(folded) is { } corrected ? KnownRoleOf(corrected) : WordRole.Foreign;
    }

    private static WordRole KnownRoleOf(string folded) =>
        Vocabulary.Departure.Contains(folded) ? WordRole.Departure
        : Vocabulary.Following.Contains(folded) ? WordRole.Following
        : Vocabulary.Giving.Contains(folded) ? WordRole.Giving
        : Vocabulary.LeftNetwork.Contains(folded) ? WordRole.LeftNetwork
        : Vocabulary.Anybody.Contains(folded) ? WordRole.Anybody
        : Vocabulary.French.Contains(folded) || Vocabulary.English.Contains(folded) || IntentFinder.IsAskingWord(folded) ? WordRole.Function
        : WordRole.Foreign;

    /// <summary>The telling word that was meant, or null: one typing error, never in the first letter.</summary>
    public static string? Corrected(string folded)
    {
        if (folded.Length < ShortestForgiven)
            return null;
        foreach (var word in Vocabulary.Telling)
        {
            if (word[0] == folded[0] && EditDistance.IsWithin(word, folded, 1))
                return word;
        }

        return null;
    }

    private static bool AreFree(Reading reading, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            if (reading.Roles[i] != WordRole.Foreign)
                return false;
        }

        return true;
    }

    private static void Claim(Reading reading, int first, int count, WordRole role)
    {
        for (var i = first; i < first + count; i++)
            reading.Roles[i] = role;
    }
}

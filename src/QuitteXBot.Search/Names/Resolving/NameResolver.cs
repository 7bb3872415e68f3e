using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>What a whole text names: exactly, then by what tells homonyms apart, then as a slip; else the nearest names.</summary>
internal sealed class NameResolver(NameFile file, ExactNames exact, FuzzyNames fuzzy, NameCompleter completer)
{
    /// <summary>No name is longer; a longer text is a sentence or worse.</summary>
    public const int LongestName = 250;

    public const int MostCandidates = 25;
    private const int MostNear = 5;

    /// <summary>Where less than that is left without wording, the errors would all be in the name: "université de pas" is not that of Pau.</summary>
    private const int ShortestRest = 5;

    private static readonly Resolution Unknown = new(ResolutionOutcome.Unknown, null, []);

    public Resolution Resolve(string name, KindSet kinds, bool slips)
    {
        if (name.Length > LongestName)
            return Unknown;
        var words = FoldedText.Of(name).All;
        if (words.IsEmpty)
            return Unknown;

        var near = new OrganisationList();
        var reading = new Reading(words, kinds, Place.Anywhere);
        var choice = Exactly(ref reading, near);
        if (choice.IsNobody && slips && reading.Understood)
            choice = Slip(reading, near);
        if (!choice.IsNobody)
            return Found(choice);

        AddNear(near, reading.Name, slips);
        return near.Count == 0 ? Unknown : Unknown with { Candidates = near.Read(file, MostNear) };
    }

    /// <summary>The answer for somebody who was found.</summary>
    public Resolution Found(Choice choice) => choice.Organisations.Count == 1
        ? new Resolution(ResolutionOutcome.Resolved, file.Organisation(choice.Organisations[0]), [], choice.Match)
        : new Resolution(ResolutionOutcome.Ambiguous, null, choice.Organisations.Read(file, MostCandidates), choice.Match);

    private Choice Exactly(ref Reading reading, OrganisationList near)
    {
        var whole = exact.Resolve(reading.Name, reading.Kinds, Place.Anywhere);
        if (!whole.IsNobody)
            return whole;
        near.AddAll(whole.Nearest);
        if (Qualified.Read(reading.Name, file) is { } qualified)
            return Qualify(qualified, ref reading, near);

        var end = reading.Name.End;
        while (Qualified.ReadAtPreposition(reading.Name, ref end) is { } placed)
        {
            if (placed.TryRead(file, exact, out var place, out _) && !place.IsAnywhere
                && exact.Resolve(placed.Name, reading.Kinds, place) is { IsNobody: false } there)
                return there;
        }

        return whole;
    }

    private Choice Qualify(Qualified qualified, ref Reading reading, OrganisationList near)
    {
        var said = reading.Kinds;
        if (qualified.TryRead(file, exact, out var place, out var kinds))
        {
            reading = new Reading(qualified.Name, said.And(kinds), place);
            var placed = exact.Resolve(reading.Name, reading.Kinds, place);
            if (placed.IsNobody)
                near.AddAll(exact.Resolve(reading.Name, KindSet.None, Place.Anywhere).Organisations);
            return placed;
        }

        // "Ligue des droits de l'Homme (LDH)": two names of one.
        reading = new Reading(qualified.Name, said, Place.Anywhere, Understood: false);
        var named = exact.Resolve(qualified.Name, said, Place.Anywhere).Organisations;
        var both = named.And(exact.Resolve(qualified.Qualifier, said, Place.Anywhere).Organisations);
        if (both.Count == 0)
            near.AddAll(named);
        return Choice.Of(both);
    }

    private Choice Slip(Reading reading, OrganisationList near)
    {
        var words = reading.Name;
        var levels = WordedName.Levels(words, reading.Kinds);
        if (levels.Count == 0 || levels[^1].IsWording)
            return Choice.Nobody;
        if (levels.Count == 1 && words.Count > 1 && AdministrativeWording.ReadMistyped(words.Text.Token(words.Start)) is { IsEmpty: false } mistyped)
        {
            var rest = new WordedName(reading.Kinds.And(mistyped), words.From(words.Start + 1));
            var named = exact.Resolve(rest.Name, rest.Kinds, reading.Place);
            if (!named.IsNobody)
                return named with { Match = NameMatch.Typo };
            levels.Add(rest);
        }

        // The name without its wording first: "conseil départemental de meurte et mozelle".
        for (var index = levels.Count - 1; index >= 0; index--)
        {
            if (index < levels.Count - 1 && Letters(levels[^1].Name) < ShortestRest)
                break;
            var choice = fuzzy.Resolve(levels[index], reading.Place);
            if (!choice.IsNobody)
                return choice;
            near.AddAll(choice.Nearest);
        }

        return Choice.Nobody;
    }

    private static int Letters(TokenRange words)
    {
        Span<byte> key = stackalloc byte[NameKey.MaximumLength];
        return NameKey.Write(words, key);
    }

    private void AddNear(OrganisationList near, TokenRange words, bool slips)
    {
        var deepest = WordedName.Levels(words, KindSet.None)[^1];
        if (deepest.IsWording || Ordinary.Are(file, deepest.Name))
            return;

        // What has that name, though not of the kind that was said: "région Moselle".
        if (!deepest.Kinds.IsEmpty)
            near.AddAll(exact.Resolve(deepest.Name, KindSet.None, Place.Anywhere).Organisations);
        if (slips && near.Count < MostNear && deepest.Name.Strict.Length >= 4)
            near.AddAll(completer.Complete(deepest.Name, KindSet.None, MostNear));
    }

    /// <param name="Understood">Whether nothing in the text was left aside.</param>
    private readonly record struct Reading(TokenRange Name, KindSet Kinds, Place Place, bool Understood = true);
}

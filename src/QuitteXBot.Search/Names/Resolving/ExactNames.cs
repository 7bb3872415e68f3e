using System.Text;
using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>Finds names and codes as they are filed, with or without administrative wording.</summary>
internal sealed class ExactNames(NameFile file, SenseChooser chooser)
{
    /// <summary>Who is called so. Spellings with the same articles come before those without, and the whole name before the name in its wording.</summary>
    public Choice Resolve(TokenRange words, KindSet kinds, Place place)
    {
        var levels = WordedName.Levels(words, kinds);
        if (levels.Count == 0)
            return Choice.Nobody;
        foreach (var level in levels)
        {
            if (place.IsAnywhere && TerritoryCodes.Find(file, level) is >= 0 and var organisation)
                return Choice.Of(OrganisationList.Of(organisation));
        }

        // Wording alone names nothing, though there is a commune called Ville: "commune de Ville" and "Ville (60)" do.
        var wordingAlone = place.IsAnywhere && levels[^1].IsWording;
        if (wordingAlone && levels.Count == 1)
            return Choice.Nobody;

        var senses = new List<List<Sense>>(levels.Count);
        foreach (var level in levels)
            senses.Add(Senses(level, place));
        var nearest = Choice.Nobody;
        for (var index = wordingAlone ? 1 : 0; index < levels.Count; index++)
        {
            if (Choose(Strict(senses[index]), levels[index], ref nearest) is { } strict)
                return strict;
        }

        if (wordingAlone)
            return Choice.Nobody;
        for (var index = 1; index < levels.Count; index++)
        {
            if (Choose(senses[index], levels[index], ref nearest) is { } worded)
                return worded;
        }


        // With another article an ordinary word is not a village: "le maire" is not Mairé.
        if (place.IsAnywhere && kinds.IsEmpty && Ordinary.Are(file, words))
            senses[0].RemoveAll(sense => !KeyProminence.IsKnown(file.Facts(sense.Organisation)));
        return Choose(senses[0], levels[0], ref nearest) ?? nearest;
    }

    /// <summary>All organisations filed under the name, of the kinds and the place that are said.</summary>
    public List<Sense> Senses(WordedName worded, Place place)
    {
        Span<byte> key = stackalloc byte[NameKey.MaximumLength];
        var length = NameKey.Write(worded.Name, key);
        var at = length == 0 ? -1 : file.Keys.Find(key[..length]);
        return at < 0 ? [] : Senses(at, Encoding.UTF8.GetBytes(worded.Strict()), worded.Kinds, place);
    }

    /// <summary>The organisations filed under a key, each once.</summary>
    public List<Sense> Senses(int key, ReadOnlySpan<byte> strict, KindSet kinds, Place place)
    {
        var senses = new List<Sense>();
        var end = file.FirstForm(key + 1);
        for (var form = file.FirstForm(key); form < end; form++)
        {
            var organisation = file.FormOrganisation(form);
            var facts = file.Facts(organisation);
            if (!kinds.Admits(facts.Kind) || !place.Admits(facts))
                continue;

            var sense = new Sense(organisation, file.FormRole(form), file.FormText(form).SequenceEqual(strict));
            if (senses.Count > 0 && senses[^1].Organisation == organisation)
                senses[^1] = Stronger(senses[^1], sense);
            else
                senses.Add(sense);
        }

        return senses;
    }

    private Choice? Choose(List<Sense> senses, WordedName level, ref Choice nearest)
    {
        if (senses.Count == 0)
            return null;
        var choice = chooser.Choose(senses, !level.Kinds.IsEmpty);
        if (!choice.IsNobody)
            return choice;
        if (choice.Nearest.Count > 0)
            nearest = choice;
        return null;
    }

    private static List<Sense> Strict(List<Sense> senses) => senses.FindAll(sense => sense.Strict);

    private static Sense Stronger(Sense first, Sense second) =>
        first.Strict != second.Strict ? (first.Strict ? first : second) : first.Role <= second.Role ? first : second;
}

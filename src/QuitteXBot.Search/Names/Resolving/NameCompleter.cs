using System.Text;
using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>Names that begin with what is typed so far: those with records first, then the one that is called just so, then by population.</summary>
internal sealed class NameCompleter(NameFile file)
{
    public OrganisationList Complete(TokenRange typed, KindSet kinds, int limit)
    {
        var best = new BestNames(file, limit);
        var levels = WordedName.Levels(typed, kinds);
        foreach (var level in levels)
        {
            Add(best, Encoding.UTF8.GetBytes(level.Strict()), level.Kinds);
            Add(best, SkipLinks(level.Name).Strict, level.Kinds);
        }

        if (levels.Count == 0)
            AddOfKinds(best, kinds);
        else if (levels[^1].TakeOff() is { Name.IsEmpty: true } wording)
            AddOfKinds(best, wording.Kinds);
        return best.Read();
    }

    private void AddOfKinds(BestNames best, KindSet kinds)
    {
        var ranking = file.Ranking;
        var left = best.Limit;
        for (var index = 0; index < ranking.Count && left > 0; index++)
        {
            var organisation = (int)ranking[index];
            if (!kinds.Admits(file.Facts(organisation).Kind))
                continue;
            best.Offer(organisation, isExact: false);
            left--;
        }
    }

    private void Add(BestNames best, ReadOnlySpan<byte> prefix, KindSet kinds)
    {
        AddRange(best, prefix, kinds);

        // The abbreviation is only written out once a word follows it.
        var last = prefix[(prefix.LastIndexOf((byte)' ') + 1)..];
        if (last.SequenceEqual("st"u8) || last.SequenceEqual("ste"u8))
            AddRange(best, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(prefix[..^last.Length]) + (last.Length == 2 ? "saint" : "sainte")), kinds);
    }

    private void AddRange(BestNames best, ReadOnlySpan<byte> prefix, KindSet kinds)
    {
        var to = WordStarts.End(file, prefix, out var from);
        var table = file.WordStarts;
        for (var index = from; index < to; index++)
        {
            var form = (int)(table[index] >> 8);
            var organisation = file.FormOrganisation(form);
            if (kinds.Admits(file.Facts(organisation).Kind))
                best.Offer(organisation, (table[index] & 0xFF) == 0 && file.FormText(form).Length == prefix.Length && file.FormRole(form) == FormRole.Name);
        }
    }

    private static TokenRange SkipLinks(TokenRange words)
    {
        while (words.Count > 1 && NameKey.IsLink(words.Text.Token(words.Start)))
            words = words.From(words.Start + 1);
        return words;
    }
}

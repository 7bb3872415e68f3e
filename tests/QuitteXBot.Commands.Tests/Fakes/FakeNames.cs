using QuitteXBot.Commands.Text;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Tests.Fakes;

/// <summary>Names by exact, folded words: enough to see what the commands do with what names resolve to.</summary>
internal sealed class FakeNames(IReadOnlyList<Organisation> organisations) : IOrganisationResolver
{
    private static readonly HashSet<string> Skipped = ["le", "la", "les", "l", "de", "du", "d", "des"];

    public Resolution Resolve(string name)
    {
        var exact = ResolveExactly(name);
        if (exact.Outcome != ResolutionOutcome.Unknown)
            return exact;
        var key = Key(name);
        var near = organisations.Where(organisation => key.Length >= 8 && Keys(organisation).Any(known => EditDistance.IsWithin(known, key, 2))).ToArray();
        return near.Length switch
        {
            1 => new Resolution(ResolutionOutcome.Resolved, near[0], [], NameMatch.Typo),
            _ => new Resolution(
                ResolutionOutcome.Unknown, null, [.. organisations.Where(organisation => key.Length > 5 && Keys(organisation).Any(known => known[..1] == key[..1])).Take(3)]),
        };
    }

    public Resolution ResolveExactly(string name)
    {
        var key = Key(name);
        var all = organisations.Where(organisation => key.Length > 0 && Keys(organisation).Contains(key)).ToArray();
        return all.Length switch
        {
            0 => new Resolution(ResolutionOutcome.Unknown, null, []),
            1 => new Resolution(ResolutionOutcome.Resolved, all[0], []),
            _ => new Resolution(ResolutionOutcome.Ambiguous, null, [.. all]),
        };
    }

    public IReadOnlyList<NameMention> FindMentions(string text)
    {
        var words = Word.Split(text);
        var mentions = new List<NameMention>();
        for (var i = 0; i < words.Length; i++)
        {
            for (var last = Math.Min(words.Length, i + 7) - 1; last >= i; last--)
            {
                var slice = text[words[i].Start..words[last].End];
                if (char.IsDigit(slice[0]) || Skipped.Contains(words[i].Folded) || ResolveExactly(slice) is not { Outcome: not ResolutionOutcome.Unknown } resolution)
                    continue;
                mentions.Add(new NameMention(words[i].Start, slice.Length, resolution));
                i = last;
                break;
            }
        }

        return mentions;
    }

    public IReadOnlyList<Organisation> Complete(string prefix, int limit) =>
        [.. organisations.Where(organisation => Keys(organisation).Any(key => key.StartsWith(Key(prefix), StringComparison.Ordinal))).Take(limit)];

    public Organisation? Find(string id) => organisations.FirstOrDefault(organisation => organisation.Id == id);

    private static IEnumerable<string> Keys(Organisation organisation) =>
        organisation.Aliases.Append(organisation.Name).Append(organisation.ShortName ?? organisation.Name).Append(organisation.Code ?? organisation.Name).Select(Key);

    private static string Key(string name) => string.Join(' ', Word.Split(name).Select(word => word.Folded).Where(word => !Skipped.Contains(word)));
}

using System.Collections.Immutable;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Requests;

/// <summary>Splits «A et B», "A vs B", <c>A, B</c>, <c>A / B</c>. Names hold "et" too (Meurthe et Moselle): the split that leaves two names wins.</summary>
internal static class PairSplitter
{
    private static readonly ImmutableArray<string> Separators =
        [" versus ", " vs. ", " vs ", " / ", " | ", ", ", " contre ", " avec ", " with ", " et ", " and ", " & ", "/", ","];

    public static (string First, string Second)? Split(string text, IOrganisationResolver names)
    {
        (string, string)? halfKnown = null;
        (string, string)? any = null;
        foreach (var separator in Separators)
        {
            for (var at = text.IndexOf(separator, StringComparison.OrdinalIgnoreCase); at >= 0;
                 at = text.IndexOf(separator, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var (first, second) = (text[..at].Trim(), text[(at + separator.Length)..].Trim());
                if (first.Length == 0 || second.Length == 0)
                    continue;
                var known = Known(first, names) + Known(second, names);
                if (known == 2)
                    return (first, second);
                if (known == 1)
                    halfKnown ??= (first, second);
                any ??= (first, second);
            }
        }

        return Mentioned(text, names) ?? halfKnown ?? any;
    }

    private static (string, string)? Mentioned(string text, IOrganisationResolver names)
    {
        var mentions = names.FindMentions(text);
        return mentions.Count == 2 ? (Name(text, mentions[0]), Name(text, mentions[1])) : null;
    }

    private static string Name(string text, NameMention mention) => mention.Resolution.Organisation?.Id ?? text.Substring(mention.Start, mention.Length);

    private static int Known(string name, IOrganisationResolver names) => LabelledName.Resolve(names, name).Outcome == ResolutionOutcome.Unknown ? 0 : 1;
}

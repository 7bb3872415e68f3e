using System.Collections.Frozen;

namespace QuitteXBot.Ingestion.Attribution.Words;

/// <summary>Reads <c>config/reporting-verbs.txt</c> into forms.</summary>
internal static class VerbList
{
    public static FrozenDictionary<string, VerbForm> Load()
    {
        var forms = new Dictionary<string, VerbForm>();
        foreach (var line in WordList.Read("reporting-verbs.txt"))
        {
            if (line.StartsWith('='))
            {
                foreach (var form in line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    Add(forms, form, new VerbForm(form, form.EndsWith("ing", StringComparison.Ordinal) ? VerbMood.Gerund : VerbMood.Finite, false, true, []));
                continue;
            }

            var loose = line.StartsWith('~');
            var words = (loose ? line[1..] : line).Trim().Split(' ', 2);
            foreach (var (form, mood) in Conjugation.Of(words[0]))
                Add(forms, form, new VerbForm(words[0], mood, loose, false, words.Length > 1 ? [words[1]] : []));
        }

        return forms.ToFrozenDictionary();
    }

    private static void Add(Dictionary<string, VerbForm> forms, string form, VerbForm verb)
    {
        if (!forms.TryGetValue(form, out var known))
            forms[form] = verb;
        else if (known.Infinitive == verb.Infinitive)
            forms[form] = known with { AlsoFinite = known.IsFinite || verb.IsFinite, Mood = verb.Mood == VerbMood.Participle ? verb.Mood : known.Mood, Tails = Tails(known, verb) };
        else if (known.Tails.Length > 0 && verb.Tails.Length == 0)
            forms[form] = verb;
    }

    private static string[] Tails(VerbForm known, VerbForm verb) =>
        known.Tails.Length == 0 || verb.Tails.Length == 0 ? [] : [.. known.Tails.Union(verb.Tails)];
}

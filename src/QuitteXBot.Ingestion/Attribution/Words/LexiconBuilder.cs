using System.Collections.Frozen;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Ingestion.Attribution.Words;

/// <summary>Puts the word lists and the closed classes together.</summary>
internal sealed class LexiconBuilder
{
    /// <summary>Names are kept apart from words by this sign: "Pierre" is no stone.</summary>
    public const string NamePrefix = "^";

    private readonly Dictionary<string, LexiconEntry> words = [];

    public static FrozenDictionary<string, LexiconEntry> Build()
    {
        var builder = new LexiconBuilder();
        builder.AddGrammar();
        builder.AddFunctions();
        builder.AddOrganisationNouns();
        builder.AddDocumentsAndNames();
        return builder.words.ToFrozenDictionary();
    }

    private void AddGrammar()
    {
        AddAll("le la les l' un une ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes the an his her its our their this", WordClass.Determiner);
        AddAll("à de d' par avec sans sur sous dans en chez contre vers entre devant derrière depuis dès hors malgré durant pendant avant après auprès lors parmi outre via envers selon pour of by with to from at against about", WordClass.Preposition);
        AddAll("du des au aux", WordClass.Contracted);
        AddAll("a ont avait avaient est sont était étaient eut eurent fut furent aura auront sera seront aurait auraient serait seraient ayant étant has have had is was were", WordClass.Auxiliary);
        AddAll("de d' du des la le van von der den ben bin ibn al el da di do dos della del y ag ould abou bou zu ter saint", WordClass.Particle);
        AddAll("m mm mme mmes mlle me dr pr mgr monsieur madame maître docteur mr mrs ms prof professor sir lord", WordClass.Title);
        AddAll(Grammatical, WordClass.Grammatical);
        foreach (var masculine in "m mm monsieur le mr".Split(' '))
            Set(masculine, WordClass.None, Gender.Masculine);
        foreach (var feminine in "mme mmes mlle madame la mrs ms".Split(' '))
            Set(feminine, WordClass.None, Gender.Feminine);
    }

    private const string Grammatical =
        "et ou mais or ni car donc que qu' qui quoi dont où si comme quand lorsque lorsqu' puisque puisqu' alors ainsi aussi enfin ensuite puis depuis pourtant cependant toutefois néanmoins "
        + "il elle ils elles on nous vous je j' tu se s' lui y ne n' pas plus très bien tout toute tous toutes même encore déjà hier aujourd'hui demain ici là cela ça c' ceci celui celle ceux celles "
        + "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
        + "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre face suite grâce afin parce quant voici voilà oui non "
        + "jusque jusqu' quoique tandis autant autre autres certains certaines plusieurs chaque aucun aucune quelques beaucoup peu trop moins également notamment surtout seulement désormais bientôt "
        + "contacté contactée contactés interrogé interrogée interrogés invité invitée joint jointe sollicité sollicitée réuni réunis élu après-midi matin soir jour année mois semaine "
        + "deux trois quatre cinq six sept huit neuf dix premièrement deuxièmement parallèlement concrètement résultat objectif problème réponse question and or that which who when while as if it he she they we you i not";

    private void AddFunctions()
    {
        foreach (var line in WordList.Read("functions.txt"))
        {
            if (line.StartsWith('='))
            {
                AddAll(line[1..], WordClass.Function);
                continue;
            }

            var pair = line.Split(' ');
            var epicene = pair[1] == "-";
            AddFunction(pair[0], epicene ? Gender.Unknown : Gender.Masculine, pair[0]);
            if (!epicene)
                AddFunction(pair[1], Gender.Feminine, pair[0]);
        }
    }

    private void AddFunction(string noun, Gender gender, string lemma)
    {
        var lower = noun.ToLowerInvariant();
        lemma = lemma.ToLowerInvariant();
        Set(lower, WordClass.Function, gender, lemma);
        Set(lower.EndsWith("al", StringComparison.Ordinal) ? lower[..^1] + "ux" : lower + "s", WordClass.Function | WordClass.Plural, gender, lemma);
        if (!lower.StartsWith("ex-", StringComparison.Ordinal))
            Set("ex-" + lower, WordClass.Function, gender, lemma);
    }

    private void AddOrganisationNouns()
    {
        foreach (var line in WordList.Read("organisation-nouns.txt"))
        {
            if (line.StartsWith('='))
            {
                AddAll(line[1..], WordClass.OrganisationNoun);
            }
            else if (line.StartsWith('~'))
            {
                foreach (var word in line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    Set(NamePrefix + word.ToLowerInvariant(), WordClass.NotPerson, Gender.Unknown);
            }
            else
            {
                var parts = line.Split(' ');
                var noun = parts[0].ToLowerInvariant();
                var gender = parts[1] == "f" ? Gender.Feminine : Gender.Masculine;
                var kinds = parts[2..].Aggregate(0, (sum, name) => name == "self" ? sum | WordInfo.Self : OrganisationKinds.TryParse(name, out var kind) ? sum | (1 << (int)kind) : sum);
                Set(noun, WordClass.OrganisationNoun, gender, kinds: kinds);
                Set(noun + "s", WordClass.OrganisationNoun | WordClass.Plural, gender, noun, kinds);
            }
        }
    }

    private void AddDocumentsAndNames()
    {
        foreach (var line in WordList.Read("document-nouns.txt"))
            AddAll(line, WordClass.DocumentNoun);
        foreach (var line in WordList.Read("naming-words.txt"))
        {
            var list = line.Split(' ', 2);
            AddAll(list[1], list[0] == "participle" ? WordClass.NamingParticiple : WordClass.Named);
        }

        foreach (var line in WordList.Read("given-names.txt"))
        {
            var gender = line[0] switch { 'm' => Gender.Masculine, 'f' => Gender.Feminine, _ => Gender.Unknown };
            foreach (var name in line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Set(NamePrefix + name.ToLowerInvariant(), WordClass.GivenName, gender);
        }
    }

    private void AddAll(string list, WordClass classes)
    {
        foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Set(word.ToLowerInvariant(), classes, Gender.Unknown);
    }

    private void Set(string word, WordClass classes, Gender gender, string? lemma = null, int kinds = 0)
    {
        var known = words.GetValueOrDefault(word, new LexiconEntry(WordClass.None, Gender.Unknown, word, 0));
        words[word] = new LexiconEntry(
            known.Classes | classes, gender == Gender.Unknown ? known.Gender : gender, lemma ?? known.Lemma, known.Kinds | kinds);
    }
}

internal readonly record struct LexiconEntry(WordClass Classes, Gender Gender, string Lemma, int Kinds);

using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Makes the phrases fit for telling who leaves: lists come apart, networks are taken out, mere descriptions are known as such.</summary>
internal sealed class PhraseRefiner(Document document, PhraseWords words, NetworkMentions networks)
{
    public IEnumerable<Phrase> Refine(IEnumerable<Phrase> phrases) =>
        phrases.Where(phrase => phrase.Kind != PhraseKind.Document && !IsNetwork(phrase)).SelectMany(Apart).Select(WithoutPlatform).Select(AsDescription);

    // "la Ligue des droits de l'Homme, Terre Commune et la Ruche": a list, though "la fédération des brasseurs, Mousse" is one.
    private IEnumerable<Phrase> Apart(Phrase phrase)
    {
        var tokens = document.Tokens;
        if (phrase is not { Kind: PhraseKind.Organisation, Organisation: { Head: not null, Name.IsNone: false } organisation } || organisation.Name.First <= organisation.All.End
            || !tokens[organisation.All.First].IsCapitalised || !tokens[organisation.All.End].Is(","))
            return [phrase];
        var name = organisation.Name;
        return
        [
            phrase with { All = new Run(phrase.All.First, organisation.All.End), Organisation = organisation with { Name = Run.None } },
            new Phrase(PhraseKind.Organisation, name) { Organisation = new OrganisationPhrase(name, null, 0, name, false, Gender.Unknown, false) },
        ];
    }

    // "Facebook et Instagram pour la Région, LinkedIn pour…": the network behind the comma is no name of the Région.
    private Phrase WithoutPlatform(Phrase phrase)
    {
        if (phrase is not { Kind: PhraseKind.Organisation, Organisation: { Name.IsNone: false } organisation } || organisation.Name.First <= organisation.All.First || !words.IsPlatform(organisation.Name))
            return phrase;
        var end = organisation.Name.First;
        while (end > organisation.All.First + 1 && !document.Tokens[end - 1].IsWord)
            end--;
        var rest = new Run(organisation.All.First, end);
        return phrase with { All = new Run(phrase.All.First, end), Name = Run.None, Organisation = organisation with { All = rest, Name = Run.None, Generic = rest.End - rest.First == 1 } };
    }

    // "le quotidien régional": no name, so one named before is meant.
    private Phrase AsDescription(Phrase phrase) =>
        phrase is { Kind: PhraseKind.Organisation, Organisation: { Generic: false, Name.IsNone: true } organisation } && !words.Text(organisation.All).Any(char.IsUpper)
            ? phrase with { Organisation = organisation with { Generic = true } } : phrase;

    // "du réseau social", "la plateforme": what is left, not who leaves.
    private bool IsNetwork(Phrase phrase) => phrase is { Kind: PhraseKind.Organisation, Organisation: { } organisation } && networks.IsAt(words.Range(organisation.All).First);
}

using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Words that an infinitive depends on, and what they make of it: "a décidé de quitter" is settled, "envisage de quitter" is not.</summary>
internal static class Governors
{
    private static readonly PhraseTable<bool> Unsettled = new(
        new[]
        {
            "envisag*", "reflechi*", "song*", "pens*", "hesit*", "pourr*", "peut", "peuvent", "pouvoir", "devr*", "doit", "doivent", "menac*", "appel*", "invit*", "exhort*", "incit*", "encourag*",
            "demand*", "propos*", "sugger*", "pron*", "plaid*", "souhait*", "veut", "veulent", "voudr*", "voulai*", "faut", "faudr*", "tent*", "interrog*", "question", "hypothese", "possibilite", "idee",
            "eventu*", "projet", "conseil*", "recommand*", "reclam*", "pouss*", "press*", "vot* contre", "permet*", "permett*", "aid*", "comment", "pour", "etudi*", "debat*", "opportunite", "voeu", "motion", "pret a", "prets a",
            "prete a", "pretes a", "petition", "campagne", "mouvement", "tribune", "may", "might", "could", "would", "should", "must", "consider*", "mull*", "urg*", "call", "calls", "called", "calling", "ask*", "threaten*",
            "want*", "wish*", "how to", "whether", "if", "debat*", "weigh*", "think*", "encourag*", "tempted", "can", "possibility", "ready to",
        }.Select(word => (word, true)));

    private static readonly PhraseTable<bool> Settled = new(
        new[]
        {
            "annonc*", "decid*", "decision", "chois*", "choix", "va", "vont", "allait", "allaient", "apprete", "appretent", "vient de", "viennent de", "vient d", "viennent d", "prefer*", "confirm*", "prevoi*", "compt*", "fini* par", "tour", "resolu*",
            "officialis*", "promet*", "promis", "engag*", "apres", "fait savoir", "indiqu*", "declar*", "dit", "affirm*", "assur*", "will", "has", "have", "had", "decid*", "announc*", "plan*", "is", "are", "chose", "chosen", "going", "said",
            "says", "premier a", "premiere a", "premiers a", "premieres a", "first to", "after", "vot* pour", "vot*", "opt*", "by", "turn",
        }.Select(word => (word, true)));

    private static readonly HashSet<string> Refusing = ["refuse", "refusent", "refuser", "refusait", "refusera", "exclut", "excluent", "ecarte", "ecartent", "refuses", "refused", "declines", "declined", "denies", "denied"];

    public static bool Settles(WordList words, int index) => Settled.At(words, index).Length > 0;

    public static bool Unsettles(WordList words, int index) => Unsettled.At(words, index).Length > 0;

    /// <summary>"refuse de quitter".</summary>
    public static bool Refuses(WordList words, int index) => Refusing.Contains(words.At(index));
}

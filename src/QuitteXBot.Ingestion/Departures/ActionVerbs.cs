using QuitteXBot.Core.Departures;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>What a verb or noun needs behind it to tell of a departure.</summary>
internal enum Complement
{
    /// <summary>The network itself: "quitte X", "se retire de X".</summary>
    Network,

    /// <summary>An account, a presence or an activity: "supprime son compte", "suspend ses publications".</summary>
    Account,

    /// <summary>A place to post: "cesse de publier sur X". Tells a departure when the verb is negated or an ending.</summary>
    Posting,

    /// <summary>"reste sur X".</summary>
    OnNetwork,
}

internal sealed record ActionVerb(DepartureAction Action, Complement Complement, bool Strong = false);

/// <summary>The verbs and nouns of leaving, ending, staying and coming back, in French and English.</summary>
internal static class ActionVerbs
{
    private static readonly ActionVerb Leave = new(DepartureAction.Leaves, Complement.Network);
    private static readonly ActionVerb Delete = new(DepartureAction.Deletes, Complement.Account, Strong: true);
    private static readonly ActionVerb Suspend = new(DepartureAction.Suspends, Complement.Account, Strong: true);
    private static readonly ActionVerb Sleep = new(DepartureAction.Dormant, Complement.Account, Strong: true);
    private static readonly ActionVerb Stop = new(DepartureAction.Dormant, Complement.Posting);
    private static readonly ActionVerb End = new(DepartureAction.Leaves, Complement.Account);
    private static readonly ActionVerb Keep = new(DepartureAction.Stays, Complement.Account);
    private static readonly ActionVerb Stay = new(DepartureAction.Stays, Complement.OnNetwork);
    private static readonly ActionVerb Return = new(DepartureAction.Returns, Complement.OnNetwork);
    private static readonly ActionVerb Reopen = new(DepartureAction.Returns, Complement.Account);

    public static PhraseTable<ActionVerb> Verbs { get; } = new(
        List(Leave, "quitt*", "abandonn*", "delaiss*", "desert*", "fuit", "fuient", "fuir", "fui", "retir* de", "retir* du", "retir* d", "parti de", "partie de", "partir de", "part de", "partent de", "sort de", "sortir de", "sorti de", "desengage* de", "desengage* du",
            "desinscri* de", "desinscri* du", "tourn* le dos a", "tourn* la page de", "dit adieu a", "disent adieu a", "dire adieu a", "dit au revoir a", "disent au revoir a", "dire au revoir a", "fait ses adieux a", "font leurs adieux a",
            "claqu* la porte de", "claqu* la porte du", "romp* avec", "coup* les ponts avec", "leave", "leaves", "leaving", "left", "quit", "quits", "quitting", "exit", "exits", "exited", "exiting", "ditch*",
            "withdr* from", "pull* out of", "pulled out of", "depart* from", "walk* away from", "say* goodbye to", "said goodbye to", "move* away from", "moving away from")
            .Concat(List(Delete, "supprim*", "ferm*", "clot", "clore", "clos", "clotur*", "desactiv*", "effac*", "delet*", "clos* down", "close", "closes", "closed", "closing", "shut* down", "deactivat*", "remov*"))
            .Concat(List(Suspend, "suspend*", "met en pause", "mettent en pause", "mettre en pause", "mis en pause", "mettra en pause", "paus*"))
            .Concat(List(Sleep, "met en sommeil", "mettent en sommeil", "mettre en sommeil", "mis en sommeil", "mettra en sommeil", "mettront en sommeil", "met en veille",
                "mettent en veille", "mettre en veille", "mis en veille", "mettra en veille", "gele", "gelent", "geler", "gelera", "geleront", "gelee", "fige", "figent", "figer", "archiv*", "freez*", "froze", "mothball*"))
            .Concat(List(End, "met fin a", "mettent fin a", "mettre fin a", "mis fin a", "mettra fin a", "mettront fin a", "met un terme a", "mettent un terme a", "mettre un terme a", "mis un terme a",
                "mettra un terme a", "end", "ends", "ended", "ending"))
            .Concat(List(Stop, "cess*", "arret*", "stop", "stops", "stopped", "stopping", "ceas*", "renonc* a"))
            .Concat(List(Keep, "conserve*", "garde", "gardent", "garder", "gardera", "garderont", "maintien*", "mainten*", "maintiendr*", "keep", "keeps", "kept", "keeping", "maintain*", "retain*"))
            .Concat(List(Stay, "reste", "restent", "rester", "restera", "resteront", "restait", "demeure", "demeurent", "demeurera", "demeureront", "stay", "stays", "stayed", "staying", "remain*"))
            .Concat(List(Return, "revien*", "reven*", "retourn*", "retour", "rejoin", "rejoins", "rejoined", "return*", "back"))
            .Concat(List(Reopen, "reactiv*", "rouvr*", "rouvert", "reopen*", "reactivat*")));

    /// <summary>Verbs of posting: "ne … plus" before them ends the activity.</summary>
    public static PhraseTable<bool> Posting { get; } = new(
        new[]
        {
            "publi*", "post*", "tweet*", "communiqu*", "aliment*", "utilis*", "actif", "actifs", "active", "actives", "present", "presents", "presente", "presentes", "diffus*", "exprim*", "relai*", "partag*", "use", "uses", "using", "share", "sharing",
            "tweeting", "posting", "publishing", "mis a jour", "mettre a jour", "met a jour", "anim*", "intervien*", "interven*", "figur*", "inform*", "sur", "on",
        }.Select(verb => (verb, true)));

    public static PhraseTable<ActionVerb> Nouns { get; } = new(
        List(Leave, "depart", "departs", "retrait", "abandon", "desertion", "sortie", "desengagement", "adieu", "adieux", "departure", "exit", "withdrawal")
            .Concat(List(Delete, "fermeture", "suppression", "cloture", "desactivation", "deletion", "closure"))
            .Concat(List(Suspend, "suspension", "mise en pause"))
            .Concat(List(Sleep, "mise en sommeil", "mise en veille", "gel"))
            .Concat(List(Return, "retour", "return")));

    private static IEnumerable<(string, ActionVerb)> List(ActionVerb verb, params string[] phrases) => phrases.Select(phrase => (phrase, verb));
}

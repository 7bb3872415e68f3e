namespace QuitteXBot.Commands.Questions;

/// <summary>
/// Words of questions in French and English, folded. Function words tell the language and are skipped; the others tell what is asked.
/// </summary>
internal static class Vocabulary
{
    public static HashSet<string> French { get; } = Set(
        """
        le la les l un une des du de d au aux a en dans sur sous chez vers par pour avec sans et ou mais donc ni car que qu qui quoi dont où
        je tu il elle on nous vous ils elles me te se s m t y lui leur leurs moi toi eux ce c cet cette ces ca cela son sa ses mon ma mes ton ta tes
        notre votre nos vos est es sont suis etait etaient sera seront ete etre ai as ont avons avez avait avaient aurait avoir eu fait faire font
        fut va vont peut peux peuvent veut ne n pas plus moins tres trop bien si comme meme aussi alors encore deja toujours jamais
        maintenant desormais aujourd hui hier ici la-bas actuellement recemment finalement officiellement vraiment enfin ensuite puis
        est-ce quel quelle quels quelles pourquoi quand comment combien depuis avant apres entre jusqu lors pendant afin
        decide decidee decider decision choisi choisir annonce annoncee annoncer annoncent souhaite voulu vouloir fallu
        s'il plait svp stp merci dis dit dire dites moi-meme donne donner savoir sais connaitre veux voudrais aimerais
        raison raisons reseau reseaux social sociaux plateforme plateformes compte comptes ancien ancienne ex
        propos sujet cause fois peu tout tous toute toutes autre autres certains certaines plusieurs quelques etc
        """);

    public static HashSet<string> English { get; } = Set(
        """
        the a an of to in on at by for from with without and or but so nor because that which who whom whose what why when where how
        i you he she it we they me him her us them my your his its our their this these those there here
        is are am was were be been being do does did done has have had having will would can could should may might must
        not no don t s re ve ll d isn doesn didn more most less very too also just now nowadays today currently recently officially finally actually really
        if as than then again already still always ever never yet please tell show give know want like decided decide decision choose chose chosen announced announce
        reason reasons network networks social platform platforms account accounts former formerly formerly-twitter
        about since until before after between during into onto much many any some all each every other others everyone
        """);

    /// <summary>Verbs and nouns of leaving, and of what may be asked of it.</summary>
    public static HashSet<string> Departure { get; } = Set(
        """
        quitte quittes quittent quitter quitta quittee quitteront quittera quittait quittaient quittant quitterait quit quitting quits
        part partir parti partie partis parties partent partait partira depart departs abandonne abandonnent abandonner abandonnee abandonnes
        ferme ferment fermer fermee fermes supprime suppriment supprimer supprimee desactive desactiver desinscrit desinscrire
        delaisse delaisser delaissent deserte deserter desertent renonce renoncer renoncent arrete arreter arretent cesse cesser cessent
        suspend suspendre suspendu suspendent retire retirer retirent retrait sorti sortie sortir exode claque
        leave leaves leaving left depart departed departs departing departure departures abandon abandons abandoned abandoning ditch ditched ditching
        drop dropped dropping exit exited exiting exodus delete deleted deleting close closed closing deactivate deactivated suspended go gone went stop stopped
        """);

    /// <summary>Verbs of going elsewhere or staying: with them, a platform or a place to follow is asked for.</summary>
    public static HashSet<string> Following { get; } = Set(
        """
        suivre suit suivent suivi retrouver retrouve retrouvent rejoindre rejoint rejoignent rejoints passe passee passes passees passer passent
        migre migrer migrent alle allee alles allees aller parle-t-il trouver trouve trouvent contacter present presente presents presentes presence
        reste restent rester conserve conservent garde gardent inscrit inscrite inscrits poste postent publie publient ouvert ouvrir actif active actifs communique
        follow following followed find found join joined joins joining move moved moves moving migrate migrated switch switched stay stays stayed staying keep keeps kept
        reach contact post posts posting active
        """);

    /// <summary>Verbs of giving a reason.</summary>
    public static HashSet<string> Giving { get; } = Set(
        """
        denonce denoncent denoncer denoncee denoncant reproche reprochent reprocher critique critiquent critiquer evoque evoquent evoquer cite citent citer
        invoque invoquent invoquer invoquees invoquee accuse accusent pointe pointent deplore deplorent deplorer regrette regrettent parle parlent parler mentionne
        mentionnent avance avancent avancees justifie justifient justifier motive motivent explique expliquent expliquer donnee donnees argument arguments
        principale principales principal principaux frequente frequentes frequemment souvent courante courantes
        denounce denounces denounced denouncing criticise criticises criticised criticize criticizes criticized cite cites cited citing mention mentions mentioned
        invoke invokes invoked blame blames blamed complain complains complained say says said give gives gave given explain explains explained
        main top common often frequent
        """);

    /// <summary>Words for the network that is left, beside its entry in the catalogue.</summary>
    public static HashSet<string> LeftNetwork { get; } = Set("x twitter reseau reseaux plateforme network platform");

    /// <summary>Words for anybody who might leave.</summary>
    public static HashSet<string> Anybody { get; } = Set(
        """
        gens monde organisation organisations organisme organismes institution institutions etablissement etablissements structure structures
        acteur acteurs people organizations organization bodies anybody anyone everybody somebody they
        """);

    /// <summary>What may stand around a bare name without asking anything else.</summary>
    public static HashSet<string> AroundNames { get; } = Set(
        """
        le la les l un une des du de d au aux a the of et mais alors donc and so but about for pour sur on chez en dans in s il te plait vous svp stp please
        ex formerly
        """);

    public static HashSet<string> Greetings { get; } = Set(
        """
        merci bonjour salut bonsoir coucou hello hi hey thanks thank ok okay oui non yes no lol test cool super bravo bye ciao hola bof mdr
        """);

    /// <summary>Every word that tells something, for forgiving typing errors.</summary>
    public static IEnumerable<string> Telling { get; } =
    [
        "pourquoi", "combien", "quitte", "quitter", "quittent", "quittes", "departs", "suivre", "retrouver", "comparer", "chercher", "partir", "abandonne",
        "raisons", "denonce", "denoncent", "where", "which", "leave", "leaving", "follow", "compare", "search", "reasons",
    ];

    private static HashSet<string> Set(string words) =>
        new(words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.Ordinal);
}

using System.Text;

namespace QuitteXBot.Search.Names;

/// <summary>
/// Words of French and English that are also names, or a slip away from one: alone they are no organisation.
/// Needed where the index is built; in the index they are a sorted table.
/// </summary>
internal static class OrdinaryWords
{
    /// <summary>In the order of their bytes.</summary>
    public static IReadOnlyList<byte[]> All()
    {
        var words = Array.ConvertAll(Split(), Encoding.UTF8.GetBytes);
        Array.Sort(words, (first, second) => first.AsSpan().SequenceCompareTo(second));
        return words;
    }

    public static HashSet<string> Set() => new(Split(), StringComparer.Ordinal);

    private static string[] Split() => Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private const string Words = """
        a about above account accounts accueil achetes admin administration aeriennes afin after again against agence agences agent agents agriculture
        ai aie ailleurs ain ainsi aisee all allemagne allemands aller allie allies allons alors also alternative always am an ancien ancienne
        anciennes and angels anger anglais angle annee annees annonce annoncent annoncer annonces annuelles annulation anticorps anvers any anyone
        aout appel appelle application apres ardentes are aren argentine argue armes around arrest arret arrive article articles as ask assemblee at
        attack attaque attaques attendre au aube aucun aucune aujourd aupres auquel aura aussi autant auteur auteurs autour autre autres aux avaient
        avait avant avec avez avion avions avoir avons avril away ayant baby back bagnoles bailleur bains ballon bar bardeaux baron barre bars bas be
        beard beaucoup beaute beaux because been before being belges belgique belles below best beton better between beyond bien bientot blanc blocs
        blows bois bon bonjour bonne bonnes bonsoir bords born both bouillon boulot bouquet bourgeois bourses bouteille bouteilles brain brains
        branches bras bref bresil brillante bulles bury bus bust busy but button by ca cachent called came campagne campagnes can canada canal cannot
        car carnet carres cars cast cause causes cave caves ce ceci cela celle celles celui cense cent centres certain certaine certaines certains ces
        cesse cession cet cette ceux chacun chaise chalands challenge challenges chamber chambre champagne champs change changement chantiers chantres
        chapeau chapelle chapitres chaque charge charme charmes charpente charters chauffeurs chaussee cheer chemin cher chez chine choix ci cinq
        cinquantaine citation citations city clair clauses clefs coherence collectif collectivite collectivites colombiers colonne combat combien come
        comites comme comment commentaire commentaires commission communaute communautes communication communique communities community comparaison
        comparer compte comptes comte confidentialite confort conseil conseils conte contenu contenus contest contexte contre coquille corde corn
        corps cos cote couches coucou could council cour courant courantes courbes couronne cours course courtes courtiers couture creances creuse
        creusees crois croit croix cry culture culturels cultures curse cuts cutting d dangers dans day de debut decembre decision decisions
        declaration declarations dedans degre dehors deja demain democratie democratique denonce denoncent denoncer depart departs depuis depute
        deputee deputes dernier derniere derniers des desinformation desormais dessous dessus deux devant devenir deviens devise devrait diamant did
        die dimanche dire discours dit dite dites division dix do does doing doit doivent dole doll don donc done donne donnees donner dont doubt doux
        douze down drame droit droits drove dry du durant e each east echelle echos ecole education elle elles elue elues elus en encore enfin
        engagement ensemble ensuite entre entreprise entreprises envers environnement erreur es espace espagne est et etaient etais etait etant etat
        etats ete etes ethique etoile etre eu europe europeen europeenne eux even ever every everybody everyone exemple extreme face faculte faire
        fait faites faut faux federation femme femmes fermer fermete fermeture feux fevrier few fille fin find fins first flechi fleurs flotte
        fois folie folles follow fonction font fontaine fontaines for force forge fort forte fosse found four fourneaux fournies frais francais
        francaise francaises franchise francs from full gagne gap gardant garde garden gardent garder gare gas gens geres get gets giron give given go
        goes going gone gonzesse good got gouvernement grade graisse grand grande grandes grands gras grass grasse grave gray great gros grosse groupe
        groupes guard guide guider guides guise habit had haine ham harcelement has hate haut haute hautement hautes hauts have having he hello help
        her here heritiers heure heures hi hier him his homme hommes horn hors houillers houlette hours how humanise humaniste humanite humanites
        hunting i ici idee if il ils importance in info information informations infos ingerence institution institutions internet into iron is island
        issus it italie its j jamais janvier japon jardin je jeudi jeune jeunes jeunesse job jour journaliste journalistes jours juif juillet juin
        jury jusque just juste justice keep know l la lamantin lamantins lance lances landed laps laquelle last lay le leave leaves leaving left lent
        lequel les lesquels less let leur leurs levier liberation liberations liberte libration libre lien liens lies lieu ligne lignes like lilas
        linge lion liste local locale locales long longs look looks loose lors lorsque loser lot loue louer lourde lourdes lourds lui lundi lutter
        luxe m ma machine macron madame made madeleine mai mail mailing mailings mains maintenant maire maires mairie mais maisons make mal malgre man
        manche manches manne manque many march marche marches mardi marge marges marie marin marine marques marry mars masse massif massifs mature
        mauve maux maxi may me mean means meant media medias meilleurs membre membres meme memes mene menee mention menton menus mer merci mercredi
        mercy merveille mes message messages mesure mesures metaux mien mieux mille ministere ministre miroir mis moderation module moi moins mois mon
        monde mondes mondial monetaire monnaie monsieur monster montagne monte more morte most mot mots moule moules moulin mousse mouvement moyen
        moyenne much municipalite municipalites munsters muret murs musique must my n name names national nationale nationaux ne necessaire network
        networks neuf never new next ni niche no nobody nom nombre nombreux non none nord north nos not nothing notre nous nouveau nouvelle nouvelles
        novembre now nuits nul nullement numerique objectif occitane octobre of off officiel officiels often ok old olive on once ondes one ongles
        only ont onze opinion or orange organisation organisations oriente other ou ouest oui our out ouvert ouverte over own pacte paille pairs
        palais palme pantheons pantoise papiers par parc parce parcs parent pari parisien parisienne parisiennes parisiens parler parmi parole part
        parti participer partie partir partis parts pas passage passe passee passer pauvres pays peace peintre peintures pendant penser people person
        personne petit petite petits peu peuple peut peuvent pharisien piano pierre pierres pin pis place places plaisir plaisirs plan planche
        planches planes plans plateforme plateformes platform platforms plats please plein plus plusieurs plutot poil point poiriers poisson poissons
        police policiers politics politique politiques pont pontiers ponts poor port porte portes portiers ports possession possessions postiers pour
        pourquoi pourtant pouvoir pray precieux prefet prefete premier premiere pres president presidente presidents presque presse pressions prince
        principe principes prive pro probleme problemes projet propagande proteger provencal provinces public publication publications publics publier
        publique publiques puis puisque pure pussy qu quand quarante quartier quartiers quatre que quel quelle quelles quelque quelques quels question
        questions qui quit quits quitte quittent quitter quittera quitteront quoi racines racisme raise raison raisons rang rapport read real really
        reason reasons recherche region regional regionale regionales regionaux rejoignent rejoindre rejoint relevant remis rentes reponse reported
        reporter republique reseau reseaux respect responsable responsables reste restent rester reunion reunions revient revoici riche riches rien
        right ris robbed roman romans ronde roues rouge routes routier royal royaume rue russie s sa said saint sainte saints sais sales salle salles
        salon same samedi sand sans sante sauf sauvages sauve savoir say says se seat seats sec secteur securite see sees seize selon semaine senat
        senateur sends sens sense sept septembre sera serez seront serre servant service services ses seuil seul seule seulement sexe she shell should
        show si sien siens signes silence simple since site six so social sociaux societe soi soir soit soixante solitaire solution some someone
        something somme sommes sommet son sont sore source sources sous south souvent speech sport sports stairs statement statements statut still
        stop such sud suis suisse suivi suivre sujet supprime suppriment supprimer sur sure sus syndicat syndicats systeme t ta table tache take
        talent talk tant target te tech tel tell telle tellement temple temps teneur termes terrasse territoire territoires tes test tests texte than
        thank thanks that the their them then theorie theories there these they thing things think this those thou through tied tien tiers time titre
        to today together toi told tombe ton too touche touches toujours tour tourne tous tout toute toutes town toxique train trait transports
        trapped travail travaillant travers trees trente tres trois trop trouver try tu twitter two ukraine un under une unes union unis unite unites
        university uns until up us use used utile utilisateur utilisateurs utiliser va vais valeur valeurs vallee valoriser vas vendre vendredi vendue
        vente ventes venue vers version vert vertu very veut veux via video videos vie vient vieux vif vignes ville villes vingt violence violences
        vitres vives vivre vogue voici voila voir vois voit vont vos vote votre voulez vous vrai vraiment vue wallonnes want ward was way we well went
        were west what when where whether which while who whom whose why will with within without word words work would y year yes yet you your zero
        """;
}

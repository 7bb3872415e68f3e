using QuitteXBot.Core.Searching;
using Xunit;

namespace QuitteXBot.Testing.Searching;

/// <summary>
/// What every search engine finds, and in what order. Its way with hostile texts and with damaged files is in
/// <see cref="SearchRobustnessContract"/> and <see cref="SearchFileContract"/>: an engine is held to all three.
/// </summary>
public abstract class SearchEngineContract : SearchEngineFixture
{
    [Theory]
    [InlineData("cyberharcèlement")]
    [InlineData("CYBERHARCÈLEMENT")]
    [InlineData("cyberharcelement")]
    [InlineData("Cyberharce\u0300lement")]
    [InlineData("marins")]
    [InlineData("marin")]
    [InlineData("kerlevan")]
    [InlineData("yann goff")]
    [InlineData("« dont nos marins »")]
    public void Search_WordOfText_FindsIt(string text) =>
        Assert.Contains("harbour", Ids(Search(text, DocumentKind.Statement)));

    [Theory]
    [InlineData("l’information")]
    [InlineData("l'information")]
    [InlineData("information")]
    [InlineData("L`INFORMATION")]
    [InlineData("d'informations")]
    [InlineData("qu’informations")]
    public void Search_Elision_FallsAway(string text) => Assert.Equal(["library"], Ids(Search(text)));

    [Theory]
    [InlineData("Œuvrard")]
    [InlineData("oeuvrard")]
    [InlineData("saint-elie")]
    [InlineData("SAINT ÉLIE")]
    [InlineData("hopital")]
    public void Search_Name_IsFolded(string text) => Assert.Equal(["hospital"], Ids(Search(text)));

    [Fact]
    public void Search_NameWithStopWord_RanksTheNameFirst()
    {
        var result = Search("grand est");
        Assert.Equal(["library", "union"], Ids(result));
    }

    [Fact]
    public void Search_QuotedName_FindsOnlyTheName() => Assert.Equal(["library"], Ids(Search("« Grand Est »")));

    [Fact]
    public void Search_TwoWords_FindsOnlyWhereBothStand() => Assert.Equal(["hospital"], Ids(Search("patientes protégée")));

    [Theory]
    [InlineData("patientes marins")]
    [InlineData("cyberharcèlement brontosaure")]
    [InlineData("quelle heure est-il ?")]
    [InlineData("brontosaure")]
    [InlineData("capitale du Burkina Faso")]
    [InlineData("les nous sur et de")]
    public void Search_WordsThatNoDocumentHasTogether_FindsNothing(string text)
    {
        var result = Search(text);
        Assert.Empty(result.Hits);
        Assert.Equal(0, result.Total);
    }

    [Fact]
    public void Search_LongQuestion_LetsAWordBeMissing() =>
        Assert.Equal(["article#120-260"], Ids(Search("que demande le mouvement AdieuBrouhaha aux associations et aux comptes nationaux ?")));

    [Fact]
    public void Search_LongQuestionAboutSomethingUnknown_FindsNothing() =>
        Assert.Empty(Ids(Search("que demande le mouvement Brontosaurus aux associations et aux comptes ?")));

    [Fact]
    public void Search_RareWordInText_RanksAboveTitle()
    {
        Use(
            SearchSamples.Statement("title", "Nous partons demain matin.") with { Title = "La mangrove" },
            SearchSamples.Statement("text", "La mangrove nous importe plus que ce réseau."));
        Assert.Equal(["text", "title"], Ids(Search("mangrove")));
    }

    [Fact]
    public void Search_WordOfTheSpeaker_RanksAboveWordOfTheText()
    {
        Use(
            SearchSamples.Statement("text", "Comme le disait Madrigal, partons."),
            SearchSamples.Statement("speaker", "Nous partons demain.", speaker: "Alba Madrigal"));
        Assert.Equal(["speaker", "text"], Ids(Search("madrigal")));
    }

    [Fact]
    public void Search_ShortTextAndLongText_RanksTheShortOneFirst()
    {
        Use(
            SearchSamples.Statement("long", "La transparence compte pour nous, mais aussi la beauté des lieux, la joie des enfants, le travail des équipes et le sommeil."),
            SearchSamples.Statement("short", "La transparence compte."));
        Assert.Equal(["short", "long"], Ids(Search("transparence")));
    }

    [Fact]
    public void Search_Phrase_FindsTheWordsInOrderOnly()
    {
        Use(
            SearchSamples.Statement("apart", "La parole est libre, et la place publique aussi."),
            SearchSamples.Statement("together", "La liberté de la parole publique."),
            SearchSamples.Statement("reversed", "La publique parole."));
        Assert.Equal(["together"], Ids(Search("\"parole publique\"")));
        Assert.Equal(3, Search("parole publique").Total);
    }

    [Theory]
    [InlineData("\"vecteur de discorde\"", true)]
    [InlineData("«\u202Fvecteur de discorde\u202F»", true)]
    [InlineData("“un vecteur de”", true)]
    [InlineData("\"vecteur discorde\"", false)]
    [InlineData("\"vecteur pour une discorde\"", false)]
    [InlineData("\"n’est plus un vecteur\"", true)]
    public void Search_PhraseAcrossSmallWords_KeepsTheirPlace(string text, bool found)
    {
        Use(SearchSamples.Statement("one", "Ce n’est plus un vecteur de discorde."));
        Assert.Equal(found, Search(text).Total == 1);
    }

    [Fact]
    public void Search_PhraseTwiceInText_IsFoundAtItsLaterPlace()
    {
        Use(SearchSamples.Statement("one", "Le réseau libre, puis le réseau fermé, puis le réseau social fermé."));
        Assert.Equal(1, Search("\"réseau social\"").Total);
        Assert.Equal(0, Search("\"libre fermé\"").Total);
    }

    [Fact]
    public void Search_PrefixOfLastWord_FindsWordsThatBeginSo()
    {
        Assert.Equal(["library"], Ids(Search("biblioth", prefixLast: true)));
        Assert.Equal(["hospital"], Ids(Search("vie pri", prefixLast: true)));
        Assert.Equal(["harbour"], Ids(Search("kerl", prefixLast: true)));
        Assert.Empty(Ids(Search("biblioth")));
    }

    [Theory]
    [InlineData("biblothèque", "library", "bibliotheque")]
    [InlineData("patinetes", "hospital", "patientes")]
    [InlineData("bibiothqèue", "library", "bibliotheque")]
    [InlineData("mzrins", "harbour", "marins")]
    [InlineData("kerlavan", "harbour", "kerlevan")]
    public void Search_Typo_FindsTheNearWordAndReportsIt(string typed, string id, string searched)
    {
        var result = Search(typed);
        Assert.Equal([id], Ids(result));
        var correction = Assert.Single(result.Corrections);
        Assert.Equal(typed, correction.Typed);
        Assert.Equal(searched, correction.Searched);
    }

    [Theory]
    [InlineData("port")]
    [InlineData("marin")]
    [InlineData("harassment")]
    public void Search_KnownWord_IsNotCorrected(string text) => Assert.Empty(Search(text).Corrections);

    [Theory]
    [InlineData("pert")]
    [InlineData("maison")]
    [InlineData("2025")]
    public void Search_WordTooShortOrTooFar_IsNotCorrected(string text)
    {
        var result = Search(text);
        Assert.Empty(result.Hits);
        Assert.Empty(result.Corrections);
    }

    [Theory]
    [InlineData("harassment", "harbour", "museum")]
    [InlineData("harcèlement", "harbour", "museum")]
    [InlineData("bullying", "harbour", "museum")]
    [InlineData("who denounces conspiracy theories?", "library")]
    [InlineData("qui dénonce les théories du complot ?", "library")]
    [InlineData("complotisme", "library")]
    [InlineData("hate speech", "union")]
    [InlineData("personal data", "hospital")]
    [InlineData("données personnelles", "hospital")]
    public void Search_VocabularyOfReasons_FindsStatementsForTheSameReason(string text, params string[] expected) =>
        Assert.Equal(expected.Order(), Ids(Search(text, DocumentKind.Statement)).Order());

    [Fact]
    public void Search_Synonym_RanksBelowTheVeryWord()
    {
        Assert.Equal("museum", Ids(Search("bullying", DocumentKind.Statement))[0]);
        Assert.Equal("harbour", Ids(Search("cyberharcèlement", DocumentKind.Statement))[0]);
    }

    [Fact]
    public void Search_Filters_LeaveOnlyWhatTheyAllow()
    {
        Assert.Equal(["article#120-260"], Ids(Search("cyberharcèlement", DocumentKind.Paragraph)));
        Assert.Equal(["museum"], Ids(Query(new SearchQuery("harcèlement", OrganisationId: "other-5"))));
        Assert.Equal(["harbour", "museum"], Ids(Query(new SearchQuery("harcèlement", Reason: "harassment"))).Order());
        Assert.Empty(Ids(Query(new SearchQuery("harcèlement", Reason: "hate"))));
        Assert.Empty(Ids(Query(new SearchQuery("harcèlement", OrganisationId: "nobody"))));
        Assert.Empty(Ids(Query(new SearchQuery("harcèlement", OrganisationId: "harbour\u0001"))));
    }

    [Fact]
    public void Search_Frame_IsAskedForWhenAlone()
    {
        Use(
            SearchSamples.Statement("leaves", "Nous quittons la scène. Notre chorale quitte ce réseau."),
            SearchSamples.Statement("stays", "Notre chorale reste."));
        Assert.Equal(["leaves"], Ids(Search("qui quitte ?")));
        Assert.Equal(["leaves", "stays"], Ids(Search("pourquoi la chorale quitte-t-elle ?")));
    }

    [Fact]
    public void Search_Pages_FollowEachOtherWithoutGapOrRepetition()
    {
        Use([.. Enumerable.Range(0, 57).Select(number => SearchSamples.Statement($"s{number:00}", $"Le phare numéro {number} éclaire la baie."))]);
        var whole = Query(new SearchQuery("phare", Limit: 100));
        Assert.Equal(57, whole.Total);
        var pages = Enumerable.Range(0, 7).Select(page => Query(new SearchQuery("phare", Offset: page * 10))).ToList();
        Assert.All(pages, page => Assert.Equal(57, page.Total));
        Assert.Equal(Ids(whole), pages.SelectMany(Ids));
        Assert.Equal(57, Ids(whole).Distinct().Count());
    }
}

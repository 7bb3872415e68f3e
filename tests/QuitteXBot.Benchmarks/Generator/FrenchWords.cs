namespace QuitteXBot.Benchmarks.Generator;

/// <summary>
/// Words as a French text has them: some small ones all the time, some common ones often, and tens of thousands of others ever more rarely
/// (Zipf's law with Mandelbrot's shift). The common ones are real; the rest is made of syllables, with the endings that a stemmer has to deal with.
/// </summary>
internal sealed class FrenchWords
{
    /// <summary>With about three forms each: what a French corpus of some million words has.</summary>
    public const int Lemmas = 30_000;

    private const int FormsPerLemma = 3;

    private const double Exponent = 1.07;
    private const double Shift = 2.7;

    private static readonly string[] Small =
        "de la le et les des en un une du que pour dans qui par au nous ne pas plus sur avec ce il est sont nos notre a ont cette ces se d’une l’on aux"
            .Split(' ');

    private static readonly string[] Common =
        ("plateforme réseau débat public liberté expression information citoyen service violence haine harcèlement complot désinformation confidentialité donnée"
            + " valeur modération algorithme ingérence compte présence décision communication média association université hôpital commune région département"
            + " société démocratie respect dialogue confiance transparence responsabilité engagement sécurité échange contenu utilisateur habitant agent élève"
            + " chercheur soignant journaliste équipe mission année climat dérive règle propriétaire choix canal site lettre publication message communauté"
            + " racisme sexisme menace mensonge rumeur polarisation division excès toxicité bot vérification science culture santé éducation égalité solidarité")
        .Split(' ');

    private static readonly string[] Openings = "b br ch cl d dr f fl g gr l m n p pl pr qu r s st t tr v".Split(' ');
    private static readonly string[] Vowels = "a e i o u é è ou oi ai an on in eau".Split(' ');
    private static readonly string[] Endings = ["", "", "", "s", "e", "es", "ment", "tion", "tions", "eur", "euse", "eux", "ique", "iques", "able", "ance", "ité", "er", "ent"];

    private readonly string[] lemmas = new string[Lemmas];
    private readonly double[] cumulated = new double[Lemmas];

    public FrenchWords(int seed)
    {
        var random = new Random(seed);
        double sum = 0;
        for (var i = 0; i < Lemmas; i++)
        {
            lemmas[i] = i < Common.Length ? Common[i] : MakeLemma(random);
            sum += 1 / Math.Pow(i + Shift, Exponent);
            cumulated[i] = sum;
        }
    }

    public static string NextSmall(Random random) => Small[random.Next(Small.Length)];

    /// <summary>A form of a lemma, frequent lemmas more often.</summary>
    public string Next(Random random)
    {
        var index = Array.BinarySearch(cumulated, random.NextDouble() * cumulated[^1]);
        return Form(Math.Min(Lemmas - 1, index < 0 ? ~index : index), random);
    }

    /// <summary>A form of the lemma of that rank, 0 being the most frequent.</summary>
    public string Form(int rank, Random random)
    {
        var lemma = lemmas[rank];
        return rank >= Common.Length ? lemma + Endings[(rank + (random.Next(FormsPerLemma) * FormsPerLemma)) % Endings.Length] : random.Next(3) == 0 && !lemma.EndsWith('s') ? lemma + "s" : lemma;
    }

    private static string MakeLemma(Random random)
    {
        var lemma = "";
        for (var syllables = random.Next(2, 5); syllables > 0; syllables--)
            lemma += Openings[random.Next(Openings.Length)] + Vowels[random.Next(Vowels.Length)];
        return lemma;
    }
}

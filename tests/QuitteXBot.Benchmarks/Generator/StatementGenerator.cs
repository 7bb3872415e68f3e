using System.Globalization;
using System.Text;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Benchmarks.Generator;

/// <summary>Made-up French statements, and a paragraph for every ten of them: the same for the same seed, none kept in memory.</summary>
internal sealed class StatementGenerator
{
    public const int StatementsPerParagraph = 10;

    private const int Seed = 20_250_120;
    private const int FewestWords = 12;
    private const int MostWords = 60;

    private static readonly string[] Reasons =
        ["harassment", "hate", "violence", "disinformation", "conspiracy", "privacy", "political-interference", "moderation", "polarisation", "values", "algorithm"];

    private readonly IReadOnlyList<(string Id, string Name)> organisations;
    private readonly string[] speakers;

    public StatementGenerator()
    {
        Words = new FrenchWords(Seed);
        organisations = Organisations.Load(Words, Seed);
        var random = new Random(Seed);
        speakers = [.. Enumerable.Range(0, 3_000).Select(_ => $"{Name(random)} {Name(random)}")];
    }

    public FrenchWords Words { get; }

    /// <param name="statements">How many statements; the paragraphs come on top.</param>
    public IEnumerable<IndexDocument> Documents(int statements)
    {
        var random = new Random(Seed);
        for (var number = 0; number < statements; number++)
        {
            yield return Statement(number, random);
            if (number % StatementsPerParagraph == 0)
                yield return Paragraph(number, random);
        }
    }

    public async IAsyncEnumerable<IndexDocument> Stream(int statements)
    {
        await Task.CompletedTask;
        foreach (var document in Documents(statements))
            yield return document;
    }

    private IndexDocument Statement(int number, Random random)
    {
        var (id, name) = organisations[random.Next(organisations.Count)];
        return new IndexDocument
        {
            Kind = DocumentKind.Statement,
            Id = string.Create(CultureInfo.InvariantCulture, $"s{number:x12}"),
            Text = Text(random),
            OrganisationId = id,
            OrganisationName = name,
            Speaker = random.Next(4) == 0 ? null : speakers[random.Next(speakers.Length)],
            Outlet = Outlet(random),
            Title = $"{Organisations.Capital(Words.Next(random))} : {name} quitte X",
            Reasons = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Reasons[random.Next(Reasons.Length)]).Distinct()],
        };
    }

    private IndexDocument Paragraph(int number, Random random) => new()
    {
        Kind = DocumentKind.Paragraph,
        Id = new ParagraphId($"source-{number}", 0, 500).ToString(),
        Text = Text(random) + " " + Text(random),
        Outlet = Outlet(random),
        Title = $"{Organisations.Capital(Words.Next(random))} {Words.Next(random)}",
    };

    private string Text(Random random)
    {
        var text = new StringBuilder();
        var begins = true;
        for (var left = random.Next(FewestWords, MostWords); left > 0; left--)
        {
            var word = random.Next(5) < 2 ? FrenchWords.NextSmall(random) : Words.Next(random);
            text.Append(begins ? Organisations.Capital(word) : word);
            begins = left > 1 && random.Next(16) == 0;
            text.Append(begins ? ". " : left == 1 ? "." : random.Next(12) == 0 ? ", " : " ");
        }

        return text.ToString();
    }

    private string Name(Random random) => Organisations.Capital(Words.Form(random.Next(1_000, 6_000), random));

    private static string Outlet(Random random) => $"Le Courrier {random.Next(40)}";
}

using System.Text.Json;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Testing.Searching;

/// <summary>The texts that come with the project, as documents of an index, and questions that one may ask about them.</summary>
public static class ProjectTexts
{
    /// <summary>The questions of <c>questions.txt</c>: names, words, phrases, whole questions, slips of the finger, in French and English.</summary>
    public static IReadOnlyList<string> Questions { get; } = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "QuitteXBot.Testing", "Searching", "questions.txt"));

    /// <summary>Every quote of the annotated articles as a statement, every paragraph of these and of the seeds as a paragraph.</summary>
    public static IReadOnlyList<IndexDocument> Documents { get; } = [.. Read()];

    private static IEnumerable<IndexDocument> Read()
    {
        var articles = Path.Combine(Repository.Root, "tests", "QuitteXBot.Ingestion.Tests", "Articles");
        var seeds = Path.Combine(Repository.Root, "seeds", "sources");
        foreach (var file in Texts(articles).Concat(Texts(seeds)))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var paragraphs = File.ReadAllText(file).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var annotations = Path.ChangeExtension(file, ".gold.json");
            if (File.Exists(annotations))
            {
                foreach (var statement in Statements(name, paragraphs[0], annotations))
                    yield return statement;
            }

            for (var i = 0; i < paragraphs.Length; i++)
                yield return new IndexDocument { Kind = DocumentKind.Paragraph, Id = $"{name}#{i}-{i + 1}", Text = paragraphs[i], Title = paragraphs[0], Outlet = "La Gazette" };
        }
    }

    private static IOrderedEnumerable<string> Texts(string folder) => Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal);

    private static IEnumerable<IndexDocument> Statements(string name, string title, string annotations)
    {
        using var read = JsonDocument.Parse(File.ReadAllBytes(annotations));
        var number = 0;
        foreach (var quote in read.RootElement.GetProperty("quotes").EnumerateArray())
        {
            yield return new IndexDocument
            {
                Kind = DocumentKind.Statement,
                Id = $"{name}-{number++}",
                Text = quote.GetProperty("text").GetString()!,
                Speaker = quote.GetProperty("speaker").GetString(),
                OrganisationName = quote.GetProperty("organisation").GetString(),
                Title = title,
                Outlet = "La Gazette",
            };
        }
    }
}

using System.Reflection;
using System.Text;

namespace QuitteXBot.Ingestion.Attribution.Words;

/// <summary>A word list of <c>config/</c>, which travels inside the program: one entry a line, <c>#</c> begins a comment line.</summary>
internal static class WordList
{
    public static IEnumerable<string> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The word list {name} was not built into the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}

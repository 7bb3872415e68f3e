using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Generations;
using QuitteXBot.Search.Snippets;

namespace QuitteXBot.Composition;

/// <summary>Makes snippets with the vocabulary of the generation that serves.</summary>
internal sealed class GenerationSnippeter(GenerationStore generations) : ISnippeter
{
    public string Snippet(string text, string query, int maximumLength)
    {
        using var lease = generations.Acquire() ?? throw new InvalidOperationException("no generation was built before the first question");
        return lease.Part(_ => new Snippeter(lease.Catalogue)).Snippet(text, query, maximumLength);
    }
}

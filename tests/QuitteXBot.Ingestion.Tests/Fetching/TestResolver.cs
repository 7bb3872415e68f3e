using System.Net;
using QuitteXBot.Ingestion.Fetching;

namespace QuitteXBot.Ingestion.Tests.Fetching;

/// <summary>Names that a test made up. A name with several answers gives the next one each time, and then the last one: DNS that changes.</summary>
internal sealed class TestResolver : INameResolver
{
    private readonly Dictionary<string, Queue<IPAddress[]>> _answers = [];

    public List<string> Asked { get; } = [];

    public TestResolver Add(string host, params string[] answers)
    {
        _answers[host] = new(answers.Select(answer => answer.Split(' ').Select(IPAddress.Parse).ToArray()));
        return this;
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Asked.Add(host);
        if (!_answers.TryGetValue(host, out var answers))
            return Task.FromResult<IReadOnlyList<IPAddress>>([]);
        return Task.FromResult<IReadOnlyList<IPAddress>>(answers.Count > 1 ? answers.Dequeue() : answers.Peek());
    }
}

using QuitteXBot.Core.Statements;

namespace QuitteXBot.Core.Checking;

/// <summary>Looks whether the pages of citations are still there and still carry the quotes.</summary>
public interface ISourceChecker
{
    /// <param name="url">A citation's address.</param>
    /// <param name="quotes">What is quoted from that page.</param>
    Task<SourceCheck> CheckAsync(string url, IReadOnlyCollection<Quote> quotes, CancellationToken cancellationToken);
}

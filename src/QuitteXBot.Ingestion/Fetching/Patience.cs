using QuitteXBot.Core.Fetching;

namespace QuitteXBot.Ingestion.Fetching;

/// <summary>How long one fetch may still take: as a whole, and until the next sign of life.</summary>
internal sealed class Patience : IDisposable
{
    private readonly FetchOptions _options;
    private readonly CancellationTokenSource _total;
    private readonly CancellationTokenSource _idle;
    private readonly CancellationTokenSource _both;

    public Patience(FetchOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        _options = options;
        _total = new CancellationTokenSource(options.TotalTime, time);
        _idle = new CancellationTokenSource(options.IdleTime, time);
        _both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _total.Token, _idle.Token);
    }

    public CancellationToken Token => _both.Token;

    /// <summary>There was a sign of life.</summary>
    public void Renew() => _idle.CancelAfter(_options.IdleTime);

    public FetchRefusal Refusal(string url) => new(
        FetchRefusalReason.TooSlow,
        _total.IsCancellationRequested
            ? $"The page was not whole after {_options.TotalTime.TotalSeconds:0.#} s."
            : $"The server said nothing for {_options.IdleTime.TotalSeconds:0.#} s.",
        url);

    public void Dispose()
    {
        _both.Dispose();
        _idle.Dispose();
        _total.Dispose();
    }
}

namespace QuitteXBot.Core.Fetching;

/// <summary>
/// Reads a page of the web that a person named. The address is hostile until shown otherwise: nothing but public addresses of the web is reached,
/// and a page can neither fill the memory nor hold the caller up.
/// </summary>
public interface IPageFetcher
{
    /// <summary>The page, or why it was refused. Throws nothing but the cancellation.</summary>
    Task<PageFetch> FetchAsync(string address, CancellationToken cancellationToken);
}

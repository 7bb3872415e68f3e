using QuitteXBot.Core.Results;

namespace QuitteXBot.Core.Fetching;

/// <summary>Why a page was not read.</summary>
/// <param name="Message">One sentence for a maintainer, in English.</param>
/// <param name="Url">The address that was refused: the given one, or the one that it redirected to.</param>
/// <param name="Status">The HTTP status, where the server answered and that was the reason.</param>
public sealed record FetchRefusal(FetchRefusalReason Reason, string Message, string Url, int? Status = null)
{
    /// <summary>Code <c>page-refused</c>.</summary>
    public Error ToError() => new("page-refused", Message, Url);
}

using System.Diagnostics.CodeAnalysis;

namespace QuitteXBot.Core.Fetching;

/// <summary>A page, or the refusal that stands in its place.</summary>
public sealed record PageFetch
{
    private PageFetch(FetchedPage? page, FetchRefusal? refusal) => (Page, Refusal) = (page, refusal);

    public FetchedPage? Page { get; }

    public FetchRefusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Page))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsSuccess => Page is not null;

    public static implicit operator PageFetch(FetchedPage page) => new(page, null);

    public static implicit operator PageFetch(FetchRefusal refusal) => new(null, refusal);
}

using QuitteXBot.Core.Sources;

namespace QuitteXBot.Core.Fetching;

/// <summary>A page as it was at one moment.</summary>
/// <param name="Url">Where it was in the end, behind all redirects.</param>
/// <param name="ContentType">Without parameters, in lower case: <c>text/html</c>.</param>
/// <param name="Content">What the server sent, decompressed and decoded, otherwise as it was: of a web page its markup.</param>
/// <param name="Sha256">Of the decompressed bytes, before they were decoded: 64 lower-case hexadecimal digits.</param>
/// <param name="Draft">Its words, and what it tells of itself.</param>
public sealed record FetchedPage(string Url, DateTimeOffset Retrieved, string ContentType, string Content, string Sha256, SourceDraft Draft);

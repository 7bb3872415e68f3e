namespace QuitteXBot.Core.Fetching;

/// <summary>Why a page was not read, for the texts that tell people.</summary>
public enum FetchRefusalReason
{
    /// <summary>Not an absolute address of the web, or too long, or with characters that none has.</summary>
    InvalidAddress,

    /// <summary>Another scheme than https (and http, where that is allowed).</summary>
    Scheme,

    /// <summary>With a user name or a password.</summary>
    UserInfo,

    /// <summary>Another port than the scheme's.</summary>
    Port,

    /// <summary>A host that is hidden (percent-encoded) or that looks like another (letters of other scripts).</summary>
    DeceptiveHost,

    /// <summary>A name of this machine or of the local network: <c>localhost</c>, <c>printer</c>, <c>x.internal</c>.</summary>
    LocalHost,

    /// <summary>The host is, or one of the name's addresses is, no public address of the internet.</summary>
    ForbiddenAddress,

    /// <summary>The name does not exist.</summary>
    UnknownHost,

    /// <summary>No connection, or it broke before the answer was whole.</summary>
    Unreachable,

    /// <summary>The server's certificate is not valid for the name.</summary>
    Certificate,

    /// <summary>It took too long, as a whole or between two bytes.</summary>
    TooSlow,

    TooManyRedirects,

    /// <summary>A redirect that says not where to.</summary>
    InvalidRedirect,

    /// <summary>404 or 410: the page is not there, or not any more.</summary>
    Gone,

    /// <summary>Another status than 200.</summary>
    Status,

    /// <summary>The answer is no HTTP, or its header is too large.</summary>
    InvalidAnswer,

    /// <summary>No text: another content type than a web page, plain text or Markdown, or none told.</summary>
    ContentType,

    /// <summary>Compressed in a way that was not asked for, or not decompressible.</summary>
    Compression,

    /// <summary>More bytes than allowed, before or after the decompression.</summary>
    TooLarge,

    /// <summary>An encoding that is not known, or bytes that are not of the one that the page tells: a quote must be verbatim.</summary>
    Undecodable,

    /// <summary>Markup that nests too deep or has too many elements to be read within reason.</summary>
    TooComplex,

    /// <summary>The page holds no words.</summary>
    Empty,
}

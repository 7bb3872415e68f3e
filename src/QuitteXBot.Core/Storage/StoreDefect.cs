namespace QuitteXBot.Core.Storage;

/// <summary>Something stored that is not as it was written.</summary>
/// <param name="StatementId">The statement concerned, or null where it is a source without statements.</param>
/// <param name="Message">One sentence for a maintainer.</param>
public sealed record StoreDefect(string? StatementId, string SourceId, string Message);

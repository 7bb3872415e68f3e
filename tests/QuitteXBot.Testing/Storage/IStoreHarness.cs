using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Testing.Storage;

/// <summary>An empty store of one kind for one test, and the hands to do to it what its port does not let one do.</summary>
public interface IStoreHarness : IAsyncDisposable
{
    /// <summary>Opens the store; called again, opens the same one anew.</summary>
    Task<IStore> OpenAsync(TimeProvider time);

    /// <summary>Changes a statement as a moderator would.</summary>
    Task EditAsync(string statementId, string speaker, StatementStatus status);

    /// <summary>Alters a stored quote behind the store's back.</summary>
    Task AlterQuoteAsync(string statementId, string from, string to);

    /// <summary>Alters a stored source's text behind the store's back.</summary>
    Task AlterSourceAsync(string sourceId, string from, string to);

    /// <summary>Tries to change or remove revisions; true where that is possible.</summary>
    Task<bool> CanAlterRevisionsAsync();

    /// <summary>Whether what the store keeps to answer faster is what it would make of the rest anew.</summary>
    Task<bool> AreDerivedRowsRightAsync();

    /// <summary>Whether the text is anywhere in what the store keeps, what it no longer shows included.</summary>
    Task<bool> HasTextAsync(string text);
}

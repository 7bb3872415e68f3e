using QuitteXBot.Core.Statements;

namespace QuitteXBot.Storage.Sqlite.Writing;

/// <param name="TextNumber">The text of the source that the quote was read in: not always its newest.</param>
/// <param name="Edited">Changed last by a moderator: the seeds have no say in it any more.</param>
internal sealed record StoredStatement(long Number, long TextNumber, bool Edited, Statement Statement)
{
    public bool Withdrawn => Statement.Status == StatementStatus.Withdrawn;
}

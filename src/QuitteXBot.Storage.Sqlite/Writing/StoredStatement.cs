using QuitteXBot.Core.Statements;

namespace QuitteXBot.Storage.Sqlite.Writing;

/// <param name="TextNumber">The text of the source that the quote was read in: not always its newest.</param>
/// <param name="EditedBy">The moderator who changed it last: the seeds have no say in it any more.</param>
internal sealed record StoredStatement(long Number, long TextNumber, string? EditedBy, Statement Statement)
{
    public bool Edited => EditedBy is not null;

    public bool Withdrawn => Statement.Status == StatementStatus.Withdrawn;
}

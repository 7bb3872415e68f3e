using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Reports;

/// <summary>Takes what users report of a wrong answer. The user submits it on purpose, so it is kept.</summary>
public interface IReportInbox
{
    /// <summary>Null when it is kept for good; else why not.</summary>
    Task<Error?> SubmitAsync(ErrorReport report, CancellationToken cancellationToken);
}

/// <param name="StatementId">The statement that the answer showed first.</param>
/// <param name="Text">What the user wrote, 4,000 characters at most.</param>
/// <param name="UserId">Who wrote it, as Discord numbers users.</param>
public sealed record ErrorReport(string StatementId, string Text, string UserId, DateTimeOffset At);

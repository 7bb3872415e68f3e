using System.Collections.Immutable;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Handlers.Maintenance;

/// <summary>What came of a maintainer's work, in words.</summary>
internal static class WorkReplies
{
    private const int MostShown = 10;
    private const int LongestFault = 300;

    public static Reply Of(Inquiry inquiry, Reindexed done)
    {
        var texts = inquiry.Texts;
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.Add(new TextBlock($"{Counts(texts, done.Report)} {texts.With(TextKeys.ReindexDocuments, done.Documents)}"));
        if (!done.Report.Lost.IsEmpty)
            blocks.Add(new TextBlock(texts.With(TextKeys.ReindexLost, string.Join(", ", done.Report.Lost.Take(MostShown)))));
        if (!done.Faults.IsEmpty)
        {
            blocks.Add(new TextBlock(texts.Count(TextKeys.ReindexFaults, done.Faults.Length)));
            blocks.Add(new ListBlock([.. done.Faults.Take(MostShown).Select(fault => new ReplyListItem(ActionLabels.Fit(fault.ToString(), LongestFault)))], Numbered: false));
        }

        return inquiry.Reply(Outcome.Done, texts[TextKeys.ReindexDone]) with { Blocks = blocks.ToImmutable() };
    }

    public static Reply Of(Inquiry inquiry, SourcesChecked done)
    {
        var texts = inquiry.Texts;
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.Add(new TextBlock(texts.With(TextKeys.CheckCounts, done.Present, done.Changed, done.Gone, done.Unknown)));
        if (done.Suspected > 0)
            blocks.Add(new TextBlock(texts.Count(TextKeys.CheckSuspected, done.Suspected)));
        if (!done.Findings.IsEmpty)
            blocks.Add(new ListBlock([.. done.Findings.Take(MostShown).Select(finding => Item(texts, finding))], Numbered: false));
        return inquiry.Reply(Outcome.Done, texts[TextKeys.CheckDone]) with { Blocks = blocks.ToImmutable() };
    }

    public static string Counts(Texts texts, IngestReport report) =>
        texts.With(TextKeys.IngestCounts, report.Added, report.Changed, report.Withdrawn, report.Unchanged);

    private static ReplyListItem Item(Texts texts, SourceFinding finding) => new(
        finding.SourceId, finding.Page is { } page ? texts.Page(page) : texts[TextKeys.CheckOnce], finding.Url);
}

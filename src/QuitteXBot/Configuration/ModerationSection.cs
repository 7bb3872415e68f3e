using QuitteXBot.Commands.Moderation;

namespace QuitteXBot.Configuration;

/// <summary>The section <c>Moderation</c>.</summary>
internal static class ModerationSection
{
    public static ModerationRules Read(SectionReader section)
    {
        var fallback = new ModerationRules();
        return new ModerationRules
        {
            Approvals = (int)section.Number("Approvals", fallback.Approvals, 1, 2),
            PreviewLifetime = TimeSpan.FromMinutes(section.Number("PreviewMinutes", fallback.PreviewLifetime.TotalMinutes, 1, 24 * 60)),
            SuggestionsPerDay = (int)section.Number("SuggestionsPerDay", fallback.SuggestionsPerDay, 0, 1_000),
        };
    }
}

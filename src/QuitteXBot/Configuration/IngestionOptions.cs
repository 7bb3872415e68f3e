namespace QuitteXBot.Configuration;

/// <param name="PublishThreshold">Statements whose least sure field is below this (0 to 1) wait as drafts for a moderator.</param>
internal sealed record IngestionOptions(double PublishThreshold)
{
    public static IngestionOptions Read(SectionReader section) => new(section.Number("PublishThreshold", 0.5, 0, 1));
}

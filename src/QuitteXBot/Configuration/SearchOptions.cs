using QuitteXBot.Composition;

namespace QuitteXBot.Configuration;

/// <param name="Engine">Which index is built and searched.</param>
internal sealed record SearchOptions(string Engine)
{
    public static SearchOptions Read(SectionReader section) =>
        new(section.Choice("Engine", SearchEngines.Default, SearchEngines.Names, SearchEngines.BuildOptions));
}

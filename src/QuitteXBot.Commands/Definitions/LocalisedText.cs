using QuitteXBot.Commands.Localisation;

namespace QuitteXBot.Commands.Definitions;

/// <summary>The same text in each language.</summary>
public sealed record LocalisedText(string French, string English)
{
    public string In(Language language) => language == Language.French ? French : English;
}

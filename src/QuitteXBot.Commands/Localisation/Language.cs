namespace QuitteXBot.Commands.Localisation;

/// <summary>The languages that the bot answers in. French comes first.</summary>
public enum Language
{
    French,
    English,
}

namespace QuitteXBot.Commands;

/// <summary>Who may use a command; each includes those before it.</summary>
public enum Permission
{
    Community,
    Moderator,
    Maintainer,
}

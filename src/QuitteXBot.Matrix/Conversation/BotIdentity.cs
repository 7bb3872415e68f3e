namespace QuitteXBot.Matrix.Conversation;

/// <summary>The bot's account, as others name it.</summary>
internal sealed record BotIdentity(string UserId, string? DisplayName);

namespace QuitteXBot.Chat;

/// <summary>Where the chat's lines come from.</summary>
internal interface IChatInput
{
    /// <summary>The next line, or null at the end of the input.</summary>
    Task<string?> ReadLineAsync(CancellationToken cancellationToken);
}

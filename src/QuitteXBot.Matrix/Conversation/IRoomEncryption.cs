namespace QuitteXBot.Matrix.Conversation;

/// <summary>Where end-to-end encryption goes once the bot has it. Until then encrypted rooms are told so and left alone.</summary>
internal interface IRoomEncryption
{
    /// <summary>Whether what is said in encrypted rooms can be read and answered.</summary>
    bool IsAvailable { get; }

    /// <summary>An event's type and content as they are to be sent into that room.</summary>
    (string Type, ReadOnlyMemory<byte> Content) Seal(string roomId, string type, ReadOnlyMemory<byte> content);
}

/// <summary>This build cannot encrypt.</summary>
internal sealed class NoEncryption : IRoomEncryption
{
    public bool IsAvailable => false;

    public (string Type, ReadOnlyMemory<byte> Content) Seal(string roomId, string type, ReadOnlyMemory<byte> content) => (type, content);
}

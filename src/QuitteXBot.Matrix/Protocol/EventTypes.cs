namespace QuitteXBot.Matrix.Protocol;

internal static class EventTypes
{
    public const string Message = "m.room.message";
    public const string Member = "m.room.member";
    public const string Redaction = "m.room.redaction";
    public const string Reaction = "m.reaction";
    public const string Encryption = "m.room.encryption";
    public const string Encrypted = "m.room.encrypted";
}

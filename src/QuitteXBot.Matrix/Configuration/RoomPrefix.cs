namespace QuitteXBot.Matrix.Configuration;

/// <summary>What commands begin with in one room.</summary>
public sealed record RoomPrefix
{
    public required string Room { get; init; }

    public required string Prefix { get; init; }
}

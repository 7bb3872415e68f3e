using System.Collections.Immutable;
using QuitteXBot.Matrix.Permissions;

namespace QuitteXBot.Matrix.Configuration;

/// <summary>What a maintainer sets under <c>Matrix</c>. Checked by <see cref="MatrixOptionsValidator"/>.</summary>
public sealed record MatrixOptions
{
    /// <summary>The homeserver's address (<c>https://matrix.example.org</c>) or its name (<c>example.org</c>), which is then looked up.</summary>
    public string? Homeserver { get; init; }

    /// <summary>The bot's account: <c>@quittexbot:example.org</c>. Needed with <see cref="Password"/>; otherwise it is only compared.</summary>
    public string? UserId { get; init; }

    /// <summary>Either this or <see cref="Password"/>.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Used to log in once; the token is then kept in <see cref="DataFolder"/>, readable by the bot's own user only.</summary>
    public string? Password { get; init; }

    /// <summary>What users see among the account's sessions.</summary>
    public string DeviceName { get; init; } = "QuitteXBot";

    /// <summary>Where the session and what was handled are kept: <c>Paths:Data</c>.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>What a command begins with in a room with other people. 1 to 10 characters without spaces.</summary>
    public string Prefix { get; init; } = "!";

    /// <summary>Rooms that have another prefix than <see cref="Prefix"/>. A list, because a room id may hold the colon that parts the keys of a configuration.</summary>
    public IReadOnlyList<RoomPrefix> RoomPrefixes { get; init; } = [];

    public InvitePolicy Invites { get; init; } = InvitePolicy.Everyone;

    /// <summary>Users (<c>@name:server</c>) and servers (<c>server</c>) for <see cref="InvitePolicy.Listed"/>.</summary>
    public IReadOnlyList<string> InviteFrom { get; init; } = [];

    /// <summary>Users that are never answered: other bots.</summary>
    public IReadOnlyList<string> IgnoredUsers { get; init; } = [];

    /// <summary>Who may do more than ask: from the section <c>Permissions</c>.</summary>
    public ImmutableArray<MatrixGrant> Grants { get; init; } = [];

    /// <summary>A question that was asked longer ago than this when it is first seen (after a stop) is not answered. 1 minute to 1 day.</summary>
    public TimeSpan MaximumAge { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How many missed events of one room are fetched after a stop. 0 to 10,000.</summary>
    public int GapLimit { get; init; } = 1000;

    /// <summary>Answers that one user may have at once; one more every <see cref="UserRefill"/>.</summary>
    public int UserBurst { get; init; } = 10;

    public TimeSpan UserRefill { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Answers that one room may have at once; one more every <see cref="RoomRefill"/>.</summary>
    public int RoomBurst { get; init; } = 30;

    public TimeSpan RoomRefill { get; init; } = TimeSpan.FromSeconds(2);

    public string PrefixIn(string roomId) => RoomPrefixes.FirstOrDefault(entry => entry.Room == roomId)?.Prefix ?? Prefix;
}

namespace QuitteXBot.Testing.Discord;

/// <summary>How the Discord for tests is set up.</summary>
public sealed record TestDiscordOptions
{
    /// <summary>Milliseconds between heartbeats.</summary>
    public int HeartbeatInterval { get; init; } = 41_250;

    /// <summary>Where interactions are sent as signed HTTP requests; null: over the gateway.</summary>
    public Uri? InteractionsUrl { get; set; }

    /// <summary>What the bot may do in the guild.</summary>
    public ulong BotPermissions { get; set; } = (1UL << 10) | (1UL << 11) | (1UL << 14) | (1UL << 16) | (1UL << 38);

    /// <summary>Whether embeds without the permission are refused, else they are dropped from the message.</summary>
    public bool RefusesEmbeds { get; set; }

    /// <summary>Whether the guild authorised <c>applications.commands</c>.</summary>
    public bool CommandsAllowed { get; set; } = true;

    public int MaxConcurrency { get; init; } = 1;

    public int SessionsRemaining { get; set; } = 1_000;

    public int Shards { get; init; } = 1;

    /// <summary>Messages that may be created in a channel in <see cref="MessageWindow"/>.</summary>
    public int MessageLimit { get; init; } = 5;

    public TimeSpan MessageWindow { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Requests a second over all routes but those of interactions.</summary>
    public int GlobalLimit { get; init; } = 50;

    /// <summary>Users who take no direct messages.</summary>
    public HashSet<string> Unreachable { get; } = [];

    /// <summary>Messages, notes and interactions that wait for no first answer are forgotten beyond this many, oldest first: for loads, which would fill the memory.</summary>
    public int MostKept { get; init; } = int.MaxValue;

    /// <summary>When an interaction without a first answer is dead.</summary>
    public TimeSpan FirstAnswer { get; init; } = TimeSpan.FromSeconds(3);
}

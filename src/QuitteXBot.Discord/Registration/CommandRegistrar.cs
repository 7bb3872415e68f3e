using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using QuitteXBot.Core.Results;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Configuration;

namespace QuitteXBot.Discord.Registration;

/// <summary>What must be written so that Discord has the commands as they are defined.</summary>
public sealed record RegistrationPlan(ulong? Guild, ImmutableArray<string> Created, ImmutableArray<string> Changed, ImmutableArray<string> Removed, int Same)
{
    public bool IsEmpty => Created.IsEmpty && Changed.IsEmpty && Removed.IsEmpty;
}

/// <summary>Compares the commands that Discord has with the definitions, and writes only what differs.</summary>
internal sealed partial class CommandRegistrar(
    CommandPayload payload, IDiscordClient client, DiscordOptions options, ILogger<CommandRegistrar> log)
{
    /// <summary>Every place where commands belong or once belonged: the configured guilds, and globally (emptied where guilds are configured).</summary>
    /// <param name="write">False: only says what would be written.</param>
    public async Task<Result<ImmutableArray<RegistrationPlan>>> RunAsync(ulong application, bool write, CancellationToken cancellationToken)
    {
        var plans = ImmutableArray.CreateBuilder<RegistrationPlan>();
        foreach (var guild in (IEnumerable<ulong?>)[null, .. options.GuildIds.Select(id => (ulong?)id)])
        {
            var wanted = guild is null && !options.GuildIds.IsEmpty ? [] : await payload.BuildAsync(guild is null, cancellationToken).ConfigureAwait(false);
            var plan = await SynchroniseAsync(application, guild, wanted, write, cancellationToken).ConfigureAwait(false);
            if (!plan.IsSuccess)
                return plan.Error;
            Log.Registered(log, Place(guild), plan.Value.Created.Length, plan.Value.Changed.Length, plan.Value.Removed.Length, plan.Value.Same);
            plans.Add(plan.Value);
        }

        return plans.ToImmutable();
    }

    public static string Place(ulong? guild) => guild is { } id ? $"guild {Snowflake.Write(id)}" : "all guilds";

    private async Task<Result<RegistrationPlan>> SynchroniseAsync(
        ulong application, ulong? guild, ImmutableArray<JsonObject> wanted, bool write, CancellationToken cancellationToken)
    {
        var answer = await client.ListCommandsAsync(application, guild, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
            return answer.Failure.ToError($"Reading the commands registered for {Place(guild)}");
        var registered = (JsonNode.Parse(answer.Body.Span) as JsonArray ?? []).OfType<JsonObject>().ToDictionary(KeyOf);

        var created = ImmutableArray.CreateBuilder<string>();
        var changed = ImmutableArray.CreateBuilder<string>();
        var removed = ImmutableArray.CreateBuilder<string>();
        var calls = new List<(string? Id, string Name, JsonObject? Command)>();
        foreach (var command in wanted)
        {
            if (!registered.Remove(KeyOf(command), out var existing))
            {
                created.Add(NameOf(command));
                calls.Add((null, NameOf(command), command));
            }
            else if (!CommandComparer.AreSame(command, existing, guild is null))
            {
                changed.Add(NameOf(command));
                calls.Add((existing["id"]?.ToString(), NameOf(command), command));
            }
        }

        foreach (var left in registered.Values)
        {
            removed.Add(NameOf(left));
            calls.Add((left["id"]?.ToString(), NameOf(left), null));
        }

        foreach (var (id, name, command) in calls.Where(_ => write))
        {
            var written = await client.WriteCommandAsync(application, guild, id, command, cancellationToken).ConfigureAwait(false);
            if (!written.IsSuccess)
                return written.Failure.ToError($"Registering {(command is null ? "(removing) " : "")}\"{name}\" for {Place(guild)}");
        }

        return new RegistrationPlan(guild, created.ToImmutable(), changed.ToImmutable(), removed.ToImmutable(), wanted.Length - created.Count - changed.Count);
    }

    private static string KeyOf(JsonObject command) => $"{command["type"] ?? 1}|{command["name"]}";

    private static string NameOf(JsonObject command) => command["name"]?.ToString() ?? "";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Discord: commands for {Place}: {Created} created, {Changed} changed, {Removed} removed, {Same} as they were")]
        public static partial void Registered(ILogger log, string place, int created, int changed, int removed, int same);
    }
}

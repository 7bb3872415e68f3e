using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using QuitteXBot.Core.Results;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Registration;

/// <summary>What must be written so that Discord has the commands as they are defined.</summary>
public sealed record RegistrationPlan(ulong? Guild, ImmutableArray<string> Created, ImmutableArray<string> Changed, ImmutableArray<string> Removed, int Same)
{
    public bool IsEmpty => Created.IsEmpty && Changed.IsEmpty && Removed.IsEmpty;
}

/// <summary>Compares the commands that Discord has with the definitions, and writes only what differs.</summary>
internal sealed partial class CommandRegistrar(
    CommandPayload payload, IDiscordRest rest, DiscordOptions options, ILogger<CommandRegistrar> log)
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
        var path = guild is { } id
            ? $"applications/{Snowflake.Write(application)}/guilds/{Snowflake.Write(id)}/commands"
            : $"applications/{Snowflake.Write(application)}/commands";
        var answer = await SendAsync(HttpMethod.Get, path + "?with_localizations=true", null, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
            return answer.Failure.ToError($"Reading the commands registered for {Place(guild)}");
        var registered = (JsonNode.Parse(answer.Body.Span) as JsonArray ?? []).OfType<JsonObject>().ToDictionary(KeyOf);

        var created = ImmutableArray.CreateBuilder<string>();
        var changed = ImmutableArray.CreateBuilder<string>();
        var removed = ImmutableArray.CreateBuilder<string>();
        var calls = new List<(HttpMethod Method, string Path, JsonObject? Body)>();
        foreach (var command in wanted)
        {
            if (!registered.Remove(KeyOf(command), out var existing))
            {
                created.Add(NameOf(command));
                calls.Add((HttpMethod.Post, path, command));
            }
            else if (!CommandComparer.AreSame(command, existing, guild is null))
            {
                changed.Add(NameOf(command));
                calls.Add((HttpMethod.Patch, $"{path}/{existing["id"]}", WithClearing(command, guild is null)));
            }
        }

        foreach (var left in registered.Values)
        {
            removed.Add(NameOf(left));
            calls.Add((HttpMethod.Delete, $"{path}/{left["id"]}", null));
        }

        foreach (var (method, target, body) in calls.Where(_ => write))
        {
            var written = await SendAsync(method, target, body, cancellationToken).ConfigureAwait(false);
            if (!written.IsSuccess)
                return written.Failure.ToError($"Registering {(body is null ? "(removing) " : "")}\"{(body is null ? target : NameOf(body))}\" for {Place(guild)}");
        }

        return new RegistrationPlan(guild, created.ToImmutable(), changed.ToImmutable(), removed.ToImmutable(), wanted.Length - created.Count - changed.Count);
    }

    /// <summary>An edit leaves alone what it does not name, so what is to be gone is named.</summary>
    private static JsonObject WithClearing(JsonObject command, bool isGlobal)
    {
        var edit = (JsonObject)command.DeepClone();
        edit.Remove("type");
        edit.TryAdd("default_member_permissions", null);
        if (isGlobal)
            edit.TryAdd("contexts", null);
        return edit;
    }

    private Task<RestResult> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken) => rest.SendAsync(
        new DiscordRequest
        {
            Method = method,
            Path = path,
            Body = body is null ? default : Encoding.UTF8.GetBytes(body.ToJsonString(Relaxed)),
            // Discord treats a POST of a name that is there as an edit.
            Repeatable = true,
        },
        cancellationToken);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string KeyOf(JsonObject command) => $"{command["type"] ?? 1}|{command["name"]}";

    private static string NameOf(JsonObject command) => command["name"]?.ToString() ?? "";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Discord: commands for {Place}: {Created} created, {Changed} changed, {Removed} removed, {Same} as they were")]
        public static partial void Registered(ILogger log, string place, int created, int changed, int removed, int same);
    }
}

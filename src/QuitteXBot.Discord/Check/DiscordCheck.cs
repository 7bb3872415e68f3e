using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Gateway;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Mentions;
using QuitteXBot.Discord.Permissions;
using QuitteXBot.Discord.Registration;
using QuitteXBot.Discord.Rest;
using QuitteXBot.Discord.Security;

namespace QuitteXBot.Discord.Check;

/// <summary><c>quittexbot discord check</c>: tries configuration, token, application, gateway, guilds, permissions and commands, changes nothing, and says what is wrong.</summary>
public sealed class DiscordCheck(TextWriter output)
{
    private const ulong ViewChannel = 1 << 10;
    private const ulong SendMessages = 1 << 11;
    private const ulong EmbedLinks = 1 << 14;
    private const ulong ReadMessageHistory = 1 << 16;
    private const ulong SendMessagesInThreads = 1UL << 38;
    private const ulong Administrator = 1 << 3;

    private static readonly (ulong Bit, string Name)[] Needed =
    [
        (ViewChannel, "View Channels"), (SendMessages, "Send Messages"), (EmbedLinks, "Embed Links"),
        (ReadMessageHistory, "Read Message History"), (SendMessagesInThreads, "Send Messages in Threads"),
    ];

    private int faults;

    /// <summary>The permissions that the invitation asks for.</summary>
    public static ulong InvitePermissions => Needed.Aggregate(0UL, (bits, permission) => bits | permission.Bit);

    /// <returns>The exit code: 0 when all is well, 1 when something is not.</returns>
    public async Task<int> RunAsync(
        IConfiguration configuration, IEnumerable<CommandDefinition> definitions, IAssistant assistant, CancellationToken cancellationToken)
    {
        var (options, errors) = DiscordOptionsReader.Read(configuration.GetSection(DiscordOptions.Section), configuration[DiscordOptionsReader.WebsiteKey]);
        var (_, grantErrors) = DiscordPermissions.Read(configuration.GetSection("Permissions"));
        foreach (var error in errors.AddRange(grantErrors))
            Fault(error.ToString());
        if (options.Token is null)
            Fault("Discord:Token is not set. Give it in the environment as QUITTEXBOT__DISCORD__TOKEN, or as the file /run/secrets/Discord__Token.");
        if (faults > 0)
            return End();
        Good($"Configuration: mode {options.Mode}, {options.ApiBaseUrl}");

        using var http = DiscordServices.NewHttpClient();
        var rest = new ImpatientRest(new DiscordRestClient(http, options, TimeProvider.System, NullLogger<DiscordRestClient>.Instance), TimeProvider.System);
        if (await CheckApplicationAsync(rest, options, cancellationToken).ConfigureAwait(false) is not { } application)
            return End();
        CheckHttp(options, application);
        if (options.Mode == DiscordMode.Gateway)
            await CheckGatewayAsync(rest, options, cancellationToken).ConfigureAwait(false);
        await CheckGuildsAsync(rest, options, application, cancellationToken).ConfigureAwait(false);
        await CheckCommandsAsync(rest, options, application, new CommandSet(definitions), assistant, cancellationToken).ConfigureAwait(false);
        return End();
    }

    private async Task<ApplicationInfo?> CheckApplicationAsync(ImpatientRest rest, DiscordOptions options, CancellationToken cancellationToken)
    {
        var (application, failure) = await ApplicationInfo.FetchAsync(rest, cancellationToken).ConfigureAwait(false);
        if (application is null)
        {
            Fault(failure!.ToError("Token").Message);
            return null;
        }

        Good($"Token: belongs to the application \"{application.Name}\" ({application.Id})");
        if (options.ApplicationId is not { } configured || configured == application.Id)
            return application;
        Fault(DiscordService.WrongApplication(configured, application.Id).Message);
        return null;
    }

    private void CheckHttp(DiscordOptions options, ApplicationInfo application)
    {
        if (!options.PublicKey.IsEmpty && application.PublicKey is { } key && !key.Equals(Convert.ToHexString(options.PublicKey.AsSpan()), StringComparison.OrdinalIgnoreCase))
            Fault("Discord:PublicKey is not this application's public key: copy it again from the page \"General Information\".");
        switch (options.Mode, application.InteractionsUrl)
        {
            case (DiscordMode.Gateway, { Length: > 0 } url):
                Fault($"Discord sends interactions to {url} and not over the gateway: clear \"Interactions Endpoint URL\" on the page \"General Information\", or set Discord:Mode to Http.");
                break;
            case (DiscordMode.Http, null or ""):
                Fault($"Discord does not know where to send interactions: with the bot running, enter its public address with {options.InteractionsPath} as \"Interactions Endpoint URL\" on the page \"General Information\".");
                break;
            case (DiscordMode.Http, { } url):
                Good($"Interactions: Discord sends them to {url}");
                break;
        }

        if (options.Mode == DiscordMode.Http && Ed25519Verifier.Create(options.PublicKey.AsSpan()) is { IsSuccess: false, Error: var error })
            Fault(error.Message);
    }

    private async Task CheckGatewayAsync(ImpatientRest rest, DiscordOptions options, CancellationToken cancellationToken)
    {
        var (info, failure) = await GatewayInfo.FetchAsync(rest, cancellationToken).ConfigureAwait(false);
        if (info is null)
        {
            Fault(failure!.ToError("Gateway").Message);
            return;
        }

        if (info.SessionsRemaining == 0)
            Fault($"Gateway: no session may be started for another {info.ResetAfter:hh\\:mm\\:ss} ({info.SessionsTotal} a day are used up). Find out what restarts the bot so often.");
        var transport = new WebSocketGatewayTransport(options.Compress, options.UserAgent);
        await using (transport.ConfigureAwait(false))
        {
            var url = options.GatewayUrl ?? info.Url;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(10));
            if (await transport.ConnectAsync(url, patience.Token).ConfigureAwait(false) is { } error)
                Fault($"Gateway: {error}. Check the network (outgoing WebSockets on port 443) and Discord:GatewayUrl.");
            else
                Good($"Gateway: {url.Host} can be reached, {info.SessionsRemaining} of {info.SessionsTotal} sessions left today, {info.Shards} shard(s)");
        }
    }

    private async Task CheckGuildsAsync(ImpatientRest rest, DiscordOptions options, ApplicationInfo application, CancellationToken cancellationToken)
    {
        var answer = await rest.SendAsync(new DiscordRequest { Method = HttpMethod.Get, Path = "users/@me/guilds", Repeatable = true }, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            Fault(answer.Failure.ToError("Servers").Message);
            return;
        }

        var invite = $"https://discord.com/oauth2/authorize?client_id={application.Id}&scope=bot+applications.commands&permissions={InvitePermissions}";
        using var document = JsonDocument.Parse(answer.Body);
        var guilds = document.RootElement.EnumerateArray()
            .Select(guild => (Id: InteractionParser.Id(guild, "id") ?? 0, Name: InteractionParser.Text(guild, "name") ?? "", Bits: ulong.TryParse(InteractionParser.Text(guild, "permissions"), out var bits) ? bits : 0))
            .ToImmutableArray();
        if (guilds.IsEmpty)
            Fault($"Servers: the bot is in none. Invite it with {invite}");
        foreach (var missing in options.GuildIds.Where(id => guilds.All(guild => guild.Id != id)))
            Fault($"Servers: Discord:GuildIds names {missing}, but the bot is not there. Invite it with {invite}");
        foreach (var (id, name, bits) in guilds)
        {
            var lacking = Needed.Where(permission => (bits & (permission.Bit | Administrator)) == 0).Select(permission => permission.Name).ToList();
            if (lacking.Count == 0)
                Good($"Server \"{name}\" ({id}): all permissions");
            else
                Fault($"Server \"{name}\" ({id}): the bot lacks {string.Join(", ", lacking)}. Give its role these permissions, or invite it again with {invite}");
        }
    }

    private async Task CheckCommandsAsync(
        ImpatientRest rest, DiscordOptions options, ApplicationInfo application, CommandSet commands, IAssistant assistant, CancellationToken cancellationToken)
    {
        var client = new OwnClient(options, rest, new BotIdentity(), new GatewayHealth(), TimeProvider.System, NullLogger<OwnClient>.Instance);
        var registrar = new CommandRegistrar(new CommandPayload(commands, assistant), client, options, NullLogger<CommandRegistrar>.Instance);
        var plans = await registrar.RunAsync(application.Id, write: false, cancellationToken).ConfigureAwait(false);
        if (!plans.IsSuccess)
        {
            Fault(plans.Error.Message);
            return;
        }

        foreach (var plan in plans.Value)
        {
            var place = CommandRegistrar.Place(plan.Guild);
            if (plan.IsEmpty)
                Good($"Commands for {place}: {plan.Same} registered as they are defined");
            else
                Good($"Commands for {place}: the next start will create {plan.Created.Length}, change {plan.Changed.Length} and remove {plan.Removed.Length}, and leave {plan.Same}");
        }
    }

    private void Good(string text) => output.WriteLine($"ok    {text}");

    private void Fault(string text)
    {
        faults++;
        output.WriteLine($"wrong {text}");
    }

    private int End()
    {
        output.WriteLine(faults == 0 ? "All is well." : $"{faults} thing(s) to mend.");
        return faults == 0 ? 0 : 1;
    }
}

using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Announcing;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Core.Results;
using QuitteXBot.Discord.Announcing;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Gateway;
using QuitteXBot.Discord.Http;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Mentions;
using QuitteXBot.Discord.Permissions;
using QuitteXBot.Discord.Registration;
using QuitteXBot.Discord.Rendering;
using QuitteXBot.Discord.Rest;
using QuitteXBot.Discord.Security;

namespace QuitteXBot.Discord;

/// <summary>Puts Discord into a host: everything that the sections <c>Discord</c> and <c>Permissions</c> ask for.</summary>
public static class DiscordServices
{
    private static readonly Error NotBuilt = new(
        "configuration-not-built",
        "is \"DiscordNet\", but this program was built without Discord.Net: build it with -p:DiscordNet=true, or leave the key out for the program's own client.",
        "Discord:Client");

    /// <summary>
    /// Registers the client, the answers and the background service. Needs an <c>IAssistant</c> among the services.
    /// Does nothing where Discord is not configured, and where the configuration is wrong: then the errors say how to mend it.
    /// </summary>
    /// <param name="configuration">The root: <c>Discord</c> and <c>Permissions</c> are read.</param>
    /// <param name="definitions">The commands to offer.</param>
    /// <param name="addDiscordNet">Registers the client on Discord.Net; null in a build without it.</param>
    public static ImmutableArray<Error> AddDiscord(
        this IServiceCollection services,
        IConfiguration configuration,
        IEnumerable<CommandDefinition> definitions,
        Action<IServiceCollection>? addDiscordNet = null)
    {
        var (options, errors) = DiscordOptionsReader.Read(configuration.GetSection(DiscordOptions.Section), configuration[DiscordOptionsReader.WebsiteKey]);
        var (permissions, grantErrors) = DiscordPermissions.Read(configuration.GetSection("Permissions"));
        errors = errors.AddRange(grantErrors);
        if (options.Client == DiscordClientKind.DiscordNet && addDiscordNet is null)
            errors = errors.Add(NotBuilt);
        if (!errors.IsEmpty || !options.IsConfigured)
            return errors;
        if (options.Mode == DiscordMode.Http)
        {
            var verifier = Ed25519Verifier.Create(options.PublicKey.AsSpan());
            if (!verifier.IsSuccess)
                return [verifier.Error];
            services.AddSingleton(verifier.Value);
        }

        AddParts(services, options, permissions, new CommandSet(definitions));
        AddOwnClient(services);
        if (options.Client == DiscordClientKind.DiscordNet)
            addDiscordNet!(services);
        services.AddHostedService<DiscordService>();
        return [];
    }

    internal static void AddParts(IServiceCollection services, DiscordOptions options, DiscordPermissions permissions, CommandSet commands)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(permissions);
        services.AddSingleton(commands);
        services.AddSingleton<BotIdentity>();
        services.AddSingleton<DiscordState>();
        services.AddSingleton<GatewayHealth>();
        services.AddSingleton<ComponentCodec>();
        services.AddSingleton<AnswerRenderer>();
        services.AddSingleton<FormMemory>();
        services.AddSingleton<ReplyPresenter>();
        services.AddSingleton<Askers>();
        services.AddSingleton(provider => new AttachmentReader(
            new HttpClient(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan }, options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ComponentHandler>();
        services.AddSingleton<InteractionRouter>();
        services.AddSingleton<InteractionDispatcher>();
        services.AddSingleton<MentionHandler>();
        services.AddSingleton<IAnnouncer, DiscordAnnouncer>();
        services.AddSingleton<DiscordEvents>();
        services.AddSingleton<CommandPayload>();
        services.AddSingleton<CommandRegistrar>();
        services.AddSingleton<RequestSignature>();
        services.AddSingleton<HttpInteractionHandler>();
    }

    internal static void AddOwnClient(IServiceCollection services)
    {
        services.AddSingleton<IDiscordRest>(provider => new DiscordRestClient(
            NewHttpClient(),
            provider.GetRequiredService<DiscordOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DiscordRestClient>>()));
        services.AddSingleton<OwnClient>();
        services.AddSingleton<IDiscordClient>(provider => provider.GetRequiredService<OwnClient>());
    }

    /// <summary>Time-outs are the REST client's own; connections are renewed now and then so that a change of address is noticed.</summary>
    internal static HttpMessageInvoker NewHttpClient() => new(NewHandler());

    private static SocketsHttpHandler NewHandler() => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        AllowAutoRedirect = false,
        UseCookies = false,

        // Discord has no use for trace ids, and every call would look for some.
        ActivityHeadersPropagator = null,
    };
}

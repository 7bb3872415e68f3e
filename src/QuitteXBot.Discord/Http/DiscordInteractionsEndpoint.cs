using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Security;

namespace QuitteXBot.Discord.Http;

/// <summary>
/// The endpoint for interactions over HTTP. https://discord.com/developers/docs/interactions/overview#configuring-an-interactions-endpoint-url
/// </summary>
public static class DiscordInteractionsEndpoint
{
    /// <summary>Maps the endpoint where the configuration asks for <see cref="DiscordMode.Http"/>; otherwise does nothing.</summary>
    public static void MapDiscordInteractions(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetService<DiscordOptions>();
        if (options is not { Mode: DiscordMode.Http } || options.PublicKey.IsEmpty)
            return;
        var handler = endpoints.ServiceProvider.GetRequiredService<HttpInteractionHandler>();
        endpoints.MapPost(options.InteractionsPath, handler.HandleAsync);
    }
}

/// <summary>Verifies, answers PING, and hands everything else to the dispatcher.</summary>
internal sealed partial class HttpInteractionHandler(
    RequestSignature signature, IDiscordClient client, InteractionDispatcher dispatcher, IHostApplicationLifetime lifetime, ILogger<HttpInteractionHandler> log)
{
    /// <summary>Bytes of a request: far above any interaction, a modal with five full fields included.</summary>
    private const int LongestBody = 256 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LongestBody;
        var body = await ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var (signed, timestamp) = (context.Request.Headers["X-Signature-Ed25519"].ToString(), context.Request.Headers["X-Signature-Timestamp"].ToString());
        if (!signature.IsGenuine(signed, timestamp, body))
        {
            Log.Refused(log);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var exchange = new HttpExchange();
        if (await client.ReadAsync(new SignedRequest(body, signed, timestamp), exchange).ConfigureAwait(false) is not { } incoming)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (incoming.Interaction.Type == InteractionType.Ping)
            await WriteAsync(context.Response, ResponseWriter.WritePong()).ConfigureAwait(false);
        else
            await AnswerAsync(context, incoming, exchange).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context, IncomingInteraction incoming, HttpExchange exchange)
    {
        var work = RunAsync(incoming, exchange);
        var answer = await exchange.Body.ConfigureAwait(false);
        if (answer.IsEmpty)
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        try
        {
            await WriteAsync(context.Response, answer).ConfigureAwait(false);
            await context.Response.CompleteAsync().ConfigureAwait(false);
        }
        finally
        {
            exchange.Written();
        }

        // The rest (an edit after a deferral) goes on behind the response; it is waited for so that a stopping host lets it finish.
        await work.ConfigureAwait(false);
    }

    private async Task RunAsync(IncomingInteraction incoming, HttpExchange exchange)
    {
        try
        {
            await dispatcher.HandleAsync(incoming.Interaction, incoming.Channel, lifetime.ApplicationStopped).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The host is gone.
        }
        finally
        {
            exchange.Abandon();
        }
    }

    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> json)
    {
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json).ConfigureAwait(false);
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LongestBody)
            return null;
        try
        {
            while (true)
            {
                var read = await request.BodyReader.ReadAsync(cancellationToken).ConfigureAwait(false);
                var isTooLong = read.Buffer.Length > LongestBody;
                if (isTooLong || read.IsCompleted)
                {
                    var body = isTooLong ? null : read.Buffer.ToArray();
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    return body;
                }

                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord: a request without a genuine signature was refused (Discord sends such on purpose now and then)")]
        public static partial void Refused(ILogger log);
    }
}

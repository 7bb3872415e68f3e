using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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
    RequestSignature signature, InteractionDispatcher dispatcher, IHostApplicationLifetime lifetime, ILogger<HttpInteractionHandler> log)
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

        if (!signature.IsGenuine(context.Request.Headers["X-Signature-Ed25519"], context.Request.Headers["X-Signature-Timestamp"], body))
        {
            Log.Refused(log);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (Parse(body) is not { } interaction)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (interaction.Type == InteractionType.Ping)
            await WriteAsync(context.Response, ResponseWriter.WritePong()).ConfigureAwait(false);
        else
            await AnswerAsync(context, interaction).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context, Interaction interaction)
    {
        var channel = new HttpResponseChannel();
        var work = RunAsync(interaction, channel);
        var answer = await channel.Body.ConfigureAwait(false);
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
            channel.Written();
        }

        // The rest (an edit after a deferral) goes on behind the response; it is waited for so that a stopping host lets it finish.
        await work.ConfigureAwait(false);
    }

    private async Task RunAsync(Interaction interaction, HttpResponseChannel channel)
    {
        try
        {
            await dispatcher.HandleAsync(interaction, channel, lifetime.ApplicationStopped).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The host is gone.
        }
        finally
        {
            channel.Abandon();
        }
    }

    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> json)
    {
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json).ConfigureAwait(false);
    }

    private static Interaction? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return InteractionParser.Parse(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
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

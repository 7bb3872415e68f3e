using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace QuitteXBot.Testing.Discord;

/// <summary>The REST API of the Discord for tests: authentication, faults, rate limits, bodies; what is done is in <see cref="RestRoutes"/>.</summary>
internal sealed class RestServer(TestDiscord discord)
{
    private readonly RestLimits limits = new(discord);
    private readonly RestRoutes routes = new(discord);

    public async Task HandleAsync(HttpContext context)
    {
        var method = context.Request.Method;
        var path = (context.Request.RouteValues["path"] as string ?? "").TrimEnd('/');
        var parts = path.Split('/');
        var fault = discord.Faults.Rest(method, path);
        if (discord.Faults.RestDelay > TimeSpan.Zero)
            await Task.Delay(discord.Faults.RestDelay, context.RequestAborted);
        if (fault != RestFault.None)
            discord.Note($"fault: {fault} for {method} {parts[0]}");
        if (await FailBeforeAsync(context, fault))
            return;
        var (status, answer) = await AnswerAsync(context, method, parts);
        if (fault == RestFault.BrokenAfterwards)
            context.Abort();
        else if (fault == RestFault.ErrorAfterwards)
            await WriteAsync(context, 502, new JsonObject { ["message"] = "502: Bad Gateway", ["code"] = 0 });
        else
            await WriteAsync(context, status, answer);
    }

    private async Task<(int Status, JsonNode? Answer)> AnswerAsync(HttpContext context, string method, string[] parts)
    {
        try
        {
            return await DoAsync(context, method, parts);
        }
        catch (ApiError error)
        {
            discord.Note($"rest: {method} {string.Join('/', parts)} gave {error.Status} {error.Body.ToJsonString()}");
            return (error.Status, error.Body);
        }
        catch (JsonException)
        {
            return (400, new JsonObject { ["message"] = "The request body contains invalid JSON.", ["code"] = 50109 });
        }
    }

    private async Task<(int Status, JsonNode? Answer)> DoAsync(HttpContext context, string method, string[] parts)
    {
        var isInteraction = parts[0] == "interactions" || (parts[0] == "webhooks" && parts.Length >= 3);
        // Clients that work against the real one answer interactions without a name of their own, but call everything else with it.
        if (!isInteraction && !context.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
            throw new ApiError(403, 40333, "internal network error");
        if (!isInteraction && parts[0] != "gateway" | parts.Length > 1 && context.Request.Headers.Authorization != $"Bot {discord.Token}")
            throw ApiError.Unauthorised();
        if (limits.Enter(context, method, parts) is { } wait)
        {
            await LimitAsync(context, wait.RetryAfter, wait.Global);
            return (0, null);
        }

        var (body, hasFiles) = await ReadAsync(context.Request);
        discord.Note($"rest: {method} {string.Join('/', parts[0] is "interactions" or "webhooks" ? parts.Take(1) : parts)}");
        return routes.Do(context.Request, method, parts, body, hasFiles);
    }

    private async Task<bool> FailBeforeAsync(HttpContext context, RestFault fault)
    {
        switch (fault)
        {
            case RestFault.ServerError:
                await WriteAsync(context, 500, new JsonObject { ["message"] = "500: Internal Server Error", ["code"] = 0 });
                return true;
            case RestFault.RateLimited or RestFault.GloballyRateLimited:
                await LimitAsync(context, discord.Faults.RetryAfter, fault == RestFault.GloballyRateLimited);
                return true;
            case RestFault.Broken:
                context.Abort();
                return true;
            default:
                return false;
        }
    }

    private static async Task LimitAsync(HttpContext context, double seconds, bool global)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(seconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Response.Headers["X-RateLimit-Scope"] = global ? "global" : "user";
        if (global)
            context.Response.Headers["X-RateLimit-Global"] = "true";
        await WriteAsync(context, 429, new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = seconds, ["global"] = global });
    }

    private async Task<(JsonNode? Body, bool HasFiles)> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            foreach (var file in form.Files)
            {
                using var content = new MemoryStream();
                await file.CopyToAsync(content);
                discord.Keep(new SentTestFile(file.FileName, file.ContentType, content.ToArray()));
            }

            return (form.TryGetValue("payload_json", out var json) ? JsonNode.Parse(json.ToString()) : new JsonObject(), form.Files.Count > 0);
        }

        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        if (text.Length == 0)
            return (null, false);
        if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
            throw new ApiError(400, 50035, "Invalid Form Body");
        return (JsonNode.Parse(text), false);
    }

    private static async Task WriteAsync(HttpContext context, int status, JsonNode? body)
    {
        if (status == 0)
            return;
        context.Response.StatusCode = status;
        if (body is null)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString());
    }
}

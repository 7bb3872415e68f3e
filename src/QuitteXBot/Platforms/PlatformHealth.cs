using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Core.Results;
using QuitteXBot.Discord;
using QuitteXBot.Matrix.Hosting;

namespace QuitteXBot.Platforms;

/// <summary>How the configured platforms are; null stands for one that is not configured.</summary>
internal sealed class PlatformHealth(DiscordState? discord, MatrixStatus? matrix)
{
    public bool IsAnyGivenUp => discord?.Fatal is not null || matrix?.Fatal is not null;

    public bool AreAllGivenUp => discord is not { Fatal: null } && matrix is not { Fatal: null };

    /// <summary>The answer to <c>GET /health</c>: 200 when every configured platform hears questions, else 503; the body has a line for each.</summary>
    public IResult Answer()
    {
        var lines = States().Select(state => $"{state.Name} {state.State}");
        var isWell = discord is not { IsHealthy: false } && matrix is not { IsHealthy: false };
        return Results.Text(string.Join('\n', lines) + "\n", statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The configured ones.</summary>
    public ImmutableArray<PlatformState> States()
    {
        var states = ImmutableArray.CreateBuilder<PlatformState>();
        if (discord is not null)
            states.Add(new PlatformState("discord", Describe(discord.IsHealthy, discord.Fatal)));
        if (matrix is not null)
            states.Add(new PlatformState("matrix", Describe(matrix.IsHealthy, matrix.Fatal)));
        return states.ToImmutable();
    }

    /// <summary>Anybody who reaches the port reads it, so that it has the error's code and not its words.</summary>
    private static string Describe(bool isHealthy, Error? fatal) => fatal is not null ? $"given-up {fatal.Code}" : isHealthy ? "ok" : "waiting";
}

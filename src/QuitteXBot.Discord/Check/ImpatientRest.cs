using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Check;

/// <summary>A person waits for the check: what does not come within some seconds counts as not coming.</summary>
internal sealed class ImpatientRest(IDiscordRest inner, TimeProvider time) : IDiscordRest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public Task<RestResult> SendAsync(DiscordRequest request, CancellationToken cancellationToken) =>
        inner.SendAsync(request with { Deadline = time.GetUtcNow() + Patience }, cancellationToken);
}

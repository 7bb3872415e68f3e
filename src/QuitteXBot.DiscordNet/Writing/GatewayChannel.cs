using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Rest;
using Net = global::Discord;

namespace QuitteXBot.DiscordNet.Writing;

/// <summary>Answers an interaction that came over the gateway.</summary>
internal sealed class GatewayChannel(Net.WebSocket.SocketInteraction interaction, NetCalls calls) : NetChannel(interaction, calls, Task.CompletedTask)
{
    private readonly Net.WebSocket.SocketInteraction interaction = interaction;

    public override async Task<RestResult> RespondAsync(InteractionAnswer answer, DateTimeOffset deadline, CancellationToken cancellationToken) =>
        await HidePreviewsAsync(await SendFirstAsync(options => RespondAsync(answer, options), deadline, cancellationToken).ConfigureAwait(false), answer, cancellationToken).ConfigureAwait(false);

    public override Task<RestResult> PutOffAsync(Deferral deferral, bool ephemeral, DateTimeOffset deadline, CancellationToken cancellationToken) =>
        SendFirstAsync(options => PutOffAsync(deferral, ephemeral, options), deadline, cancellationToken);

    private async Task<RestResult> SendFirstAsync(Func<Net.RequestOptions, Task> call, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        // Discord takes one first answer and refuses a second (40060): repeating it does no harm.
        var result = await SendAsync("answering an interaction", true, deadline, call, cancellationToken).ConfigureAwait(false);
        return result.Failure is { AfterDoubt: true, Code: DiscordErrors.AlreadyAcknowledged } ? default : result;
    }

    private Task RespondAsync(InteractionAnswer answer, Net.RequestOptions options) => answer switch
    {
        NewMessage made => interaction.RespondAsync(
            made.Message.Content,
            NetMessages.Embeds(made.Message),
            ephemeral: made.Message.Ephemeral,
            allowedMentions: NetMessages.Nobody,
            components: NetMessages.Components(made.Message),
            options: options),
        UpdatedMessage made when interaction is Net.IComponentInteraction component => component.UpdateAsync(properties => NetMessages.Fill(properties, made.Message), options),
        UpdatedMessage made when interaction is Net.IModalInteraction form => form.UpdateAsync(properties => NetMessages.Fill(properties, made.Message), options),
        DeletedMessage => interaction.DeferAsync(options: options),
        OpenedModal made => interaction.RespondWithModalAsync(NetMessages.Form(made.Modal), options),
        Suggestions made when interaction is Net.IAutocompleteInteraction typing =>
            typing.RespondAsync(ResponseWriter.Shown(made).Select(choice => new Net.AutocompleteResult(choice.Label, choice.Value)), options),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private Task PutOffAsync(Deferral deferral, bool ephemeral, Net.RequestOptions options) => (deferral, interaction) switch
    {
        (Deferral.NewMessage, Net.IComponentInteraction component) => component.DeferLoadingAsync(ephemeral, options),
        (Deferral.NewMessage, Net.IModalInteraction form) => form.DeferLoadingAsync(ephemeral, options),
        _ => interaction.DeferAsync(ephemeral && deferral == Deferral.NewMessage, options),
    };
}

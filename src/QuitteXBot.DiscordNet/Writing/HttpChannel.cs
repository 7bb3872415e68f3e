using System.Text;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Rest;
using Net = global::Discord;

namespace QuitteXBot.DiscordNet.Writing;

/// <summary>Answers an interaction that came as an HTTP request: Discord.Net writes the first answer, the response carries it.</summary>
internal sealed class HttpChannel(Net.Rest.RestInteraction interaction, NetCalls calls, Task ready, HttpExchange exchange) : NetChannel(interaction, calls, ready)
{
    private readonly Net.Rest.RestInteraction interaction = interaction;

    public override async Task<RestResult> RespondAsync(InteractionAnswer answer, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (answer is UpdatedMessage update)
            return await UpdateAsync(update, deadline, cancellationToken).ConfigureAwait(false);
        await WriteAsync(Compose(answer), cancellationToken).ConfigureAwait(false);
        return await HidePreviewsAsync(default, answer, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<RestResult> PutOffAsync(Deferral deferral, bool ephemeral, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var json = (deferral, interaction) switch
        {
            (Deferral.NewMessage, Net.Rest.RestMessageComponent component) => component.DeferLoading(ephemeral),
            (Deferral.NewMessage, Net.Rest.RestModal form) => form.DeferLoading(ephemeral),
            _ => interaction.Defer(ephemeral && deferral == Deferral.NewMessage),
        };
        await WriteAsync(json, cancellationToken).ConfigureAwait(false);
        return default;
    }

    private Task WriteAsync(string json, CancellationToken cancellationToken) => exchange.WriteAsync(Encoding.UTF8.GetBytes(json), cancellationToken);

    /// <summary>Discord.Net answers with a changed message only by a request of its own; the response then stays empty (202).</summary>
    private Task<RestResult> UpdateAsync(UpdatedMessage update, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        void Fill(Net.MessageProperties properties) => NetMessages.Fill(properties, update.Message);
        return SendAsync(
            "answering an interaction",
            true,
            deadline,
            options => interaction is Net.IComponentInteraction component ? component.UpdateAsync(Fill, options) : ((Net.IModalInteraction)interaction).UpdateAsync(Fill, options),
            cancellationToken);
    }

    private string Compose(InteractionAnswer answer) => answer switch
    {
        NewMessage made => interaction.Respond(
            made.Message.Content,
            NetMessages.Embeds(made.Message),
            ephemeral: made.Message.Ephemeral,
            allowedMentions: NetMessages.Nobody,
            components: NetMessages.Components(made.Message)),
        DeletedMessage => interaction.Defer(),
        OpenedModal made => interaction.RespondWithModal(NetMessages.Form(made.Modal)),
        Suggestions made when interaction is Net.Rest.RestAutocompleteInteraction typing =>
            typing.Respond(ResponseWriter.Shown(made).Select(choice => new Net.AutocompleteResult(choice.Label, choice.Value))),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };
}

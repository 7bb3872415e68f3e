using QuitteXBot.Commands.Replies;
using QuitteXBot.Discord.Rendering;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Makes of a reply what an interaction is answered with: a form where Discord allows one, else a message.</summary>
internal sealed class ReplyPresenter(ComponentCodec codec, AnswerRenderer renderer)
{
    /// <param name="inPlace">Whether the message takes the place of the one that carries the component.</param>
    public InteractionAnswer Present(Interaction interaction, Reply reply, AnswerContext context, bool inPlace)
    {
        var updates = reply.Updates is { } later ? later.Select(update => renderer.Render(update, context)) : null;
        var message = renderer.Render(reply, context);
        InteractionAnswer shown = inPlace ? new UpdatedMessage(message) { Updates = updates } : new NewMessage(message) { Updates = updates };

        // Discord opens no form in answer to a form.
        return reply.Form is { } form && interaction.Type != InteractionType.ModalSubmit
            && Forms.Of(form, reply.Language, interaction.UserId, inPlace, codec) is { } modal
            ? new OpenedModal(modal, shown)
            : shown;
    }
}

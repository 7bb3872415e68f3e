using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rendering;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Makes of a reply what an interaction is answered with: a form where Discord allows one, else a message.</summary>
internal sealed class ReplyPresenter(ComponentCodec codec, AnswerRenderer renderer, FormMemory forms)
{
    /// <param name="inPlace">Whether the message takes the place of the one that carries the component.</param>
    public InteractionAnswer Present(Interaction interaction, Reply reply, AnswerContext context, bool inPlace)
    {
        context = OfPreview(reply, context);
        var updates = reply.Updates is { } later ? later.Select(update => renderer.Render(update, context)) : null;
        var message = renderer.Render(reply, context);
        InteractionAnswer shown = inPlace ? new UpdatedMessage(message) { Updates = updates } : new NewMessage(message) { Updates = updates };

        // Discord opens no form in answer to a form.
        if (reply.Form is not { } form || interaction.Type == InteractionType.ModalSubmit
            || Forms.Of(form, reply.Language, interaction.UserId, inPlace, codec) is not { } modal)
            return shown;
        forms.Keep(modal);
        return new OpenedModal(modal, shown);
    }

    /// <summary>Why a form that was filled in is not understood, with a button that opens it again as it was filled in.</summary>
    public InteractionAnswer Explain(Interaction interaction, Reply reply, AnswerContext context)
    {
        var message = renderer.Render(reply, context);
        if (forms.Fill(interaction.CustomId, interaction.Fields) is not { } key)
            return new NewMessage(message);
        var state = ComponentState.Of(ComponentKind.Refill, reply.Language, interaction.UserId) with { Command = key };
        return codec.Encode(state).Id is { } id
            ? new NewMessage(message with { Rows = [[new Button(id, UiTexts.In(reply.Language).OpenForm, ButtonStyle.Primary)]] })
            : new NewMessage(message);
    }

    /// <summary>The pages of a preview are those of its draft, which has what was typed.</summary>
    private static AnswerContext OfPreview(Reply reply, AnswerContext context) =>
        reply.Outcome == Outcome.Preview && reply.Actions.FirstOrDefault(action => action.Kind == ReplyActionKind.Step) is { } step
            ? context with { Command = reply.Command, Options = step.Options.RemoveRange(step.Options.Keys.Where(name => name is not (OptionNames.Draft or OptionNames.Id))) }
            : context;
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>
/// What a moderator may do with an answer, kept with it: asking the question again, as is done to turn a page, would make another draft, or do again what was done.
/// </summary>
/// <param name="Form">What a reply to the answer fills in.</param>
/// <param name="IsDone">Whether the question changed the records.</param>
internal sealed record Offers(Language Language, ImmutableArray<OfferedAction> Actions, OfferedForm? Form, bool IsDone)
{
    /// <summary>Null where the answer only tells what is recorded.</summary>
    public static Offers? Of(Reply reply)
    {
        var isDone = reply.Outcome == Outcome.Done;
        if (!isDone && reply.Form is null && !IsOfModerators(reply) && !reply.Actions.Any(action => action.Kind is ReplyActionKind.Confirm or ReplyActionKind.Cancel or ReplyActionKind.Step))
            return null;
        var form = reply.Form is { } asked ? new OfferedForm(asked.Command, asked.Options, asked.Fields[0].Option) : null;
        return new Offers(reply.Language, [.. reply.Actions.Select(action => new OfferedAction(action.Kind, action.Command, action.Options))], form, isDone);
    }

    public static Offers? Read(string? kept) => kept is null ? null : JsonSerializer.Deserialize(kept, OffersJson.Default.Offers);

    public string Write() => JsonSerializer.Serialize(this, OffersJson.Default.Offers);

    /// <summary>What a reaction or a number asks for; null where that is not offered.</summary>
    public OfferedAction? Find(Step step) => step.Kind == ReplyActionKind.Choose
        ? Reactions.Numbered(Actions, action => action.Kind).ElementAtOrDefault(step.Index - 1)
        : Actions.FirstOrDefault(action => action.Kind == step.Kind);

    private static bool IsOfModerators(Reply reply) => CommandCatalogue.Find(reply.Command)?.Permission >= Permission.Moderator;
}

internal sealed record OfferedAction(ReplyActionKind Kind, string Command, ImmutableDictionary<string, string> Options);

/// <param name="FirstField">The canonical name of its first option.</param>
internal sealed record OfferedForm(string Command, ImmutableDictionary<string, string> Options, string FirstField);

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Offers))]
internal sealed partial class OffersJson : JsonSerializerContext;

using System.Text.Json;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rendering;

namespace QuitteXBot.Discord.Interactions;

/// <summary>First answers as JSON. https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object</summary>
internal static class ResponseWriter
{
    private const int Pong = 1;
    private const int NewMessage = 4;
    private const int DeferredNewMessage = 5;
    private const int DeferredUpdate = 6;
    private const int UpdatedMessage = 7;
    private const int Suggestions = 8;
    private const int OpenedModal = 9;
    private const int EphemeralFlag = 1 << 6;

    public static ReadOnlyMemory<byte> WritePong() => Write(Pong, null);

    public static ReadOnlyMemory<byte> WriteDeferral(Deferral deferral, bool ephemeral) =>
        deferral == Deferral.Update
            ? Write(DeferredUpdate, null)
            : Write(DeferredNewMessage, ephemeral
                ? writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("flags", EphemeralFlag);
                    writer.WriteEndObject();
                }
                : null);

    public static ReadOnlyMemory<byte> WriteAnswer(InteractionAnswer answer) => answer switch
    {
        NewMessage made => Write(NewMessage, writer => MessageWriter.Write(writer, made.Message)),
        UpdatedMessage made => Write(UpdatedMessage, writer => MessageWriter.Write(writer, made.Message)),
        DeletedMessage => Write(DeferredUpdate, null),
        OpenedModal made => Write(OpenedModal, writer => MessageWriter.Write(writer, made.Modal)),
        Suggestions made => Write(Suggestions, writer => WriteChoices(writer, made)),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    /// <summary>The suggestions that Discord takes, with labels no longer than it takes them.</summary>
    public static IEnumerable<OptionChoice> Shown(Suggestions made) => made.Choices.Take(DiscordLimits.Choices)
        .Where(choice => choice.Label.Length > 0 && choice.Value.Length is > 0 and <= DiscordLimits.ChoiceText)
        .Select(choice => choice with { Label = PlainText.Shorten(choice.Label, DiscordLimits.ChoiceText) });

    private static void WriteChoices(Utf8JsonWriter writer, Suggestions made)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("choices");
        foreach (var choice in Shown(made))
        {
            writer.WriteStartObject();
            writer.WriteString("name", choice.Label);
            writer.WriteString("value", choice.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Write(int type, Action<Utf8JsonWriter>? data) => MessageWriter.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("type", type);
        if (data is not null)
        {
            writer.WritePropertyName("data");
            data(writer);
        }

        writer.WriteEndObject();
    });
}

using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Messages;

/// <summary>Messages and modals as Discord's JSON.</summary>
internal static class MessageWriter
{
    private const int EphemeralFlag = 1 << 6;
    private const int SuppressEmbedsFlag = 1 << 2;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return buffer.WrittenMemory;
    }

    /// <summary>The body of a new message or an edit. An edit replaces everything: absent parts are written empty.</summary>
    public static ReadOnlyMemory<byte> Body(OutgoingMessage message) => Json(writer => Write(writer, message));

    /// <summary>The files of the request that carries the message.</summary>
    public static ImmutableArray<DiscordFile> Files(OutgoingMessage message) => message.File is { } file ? [file] : [];

    public static void Write(Utf8JsonWriter writer, OutgoingMessage message)
    {
        writer.WriteStartObject();
        writer.WriteString("content", message.Content ?? "");
        WriteEmbeds(writer, message);
        WriteRows(writer, message);
        writer.WriteStartObject("allowed_mentions");
        writer.WriteStartArray("parse");
        writer.WriteEndArray();
        writer.WriteBoolean("replied_user", false);
        writer.WriteEndObject();
        var flags = (message.Ephemeral ? EphemeralFlag : 0) | (message.SuppressEmbeds ? SuppressEmbedsFlag : 0);
        if (flags != 0)
            writer.WriteNumber("flags", flags);
        if (message.File is { } file)
            WriteAttachment(writer, file);
        if (message.Nonce is not null)
        {
            writer.WriteString("nonce", message.Nonce);
            writer.WriteBoolean("enforce_nonce", true);
        }

        if (message.ReplyTo is { } target)
        {
            writer.WriteStartObject("message_reference");
            writer.WriteString("message_id", Snowflake.Write(target));
            writer.WriteBoolean("fail_if_not_exists", false);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, Modal modal)
    {
        writer.WriteStartObject();
        writer.WriteString("custom_id", modal.CustomId);
        writer.WriteString("title", modal.Title);
        writer.WriteStartArray("components");
        foreach (var field in modal.Fields)
        {
            writer.WriteStartObject();
            writer.WriteNumber("type", ComponentTypes.Label);
            writer.WriteString("label", field.Label);
            writer.WriteStartObject("component");
            writer.WriteNumber("type", ComponentTypes.TextInput);
            writer.WriteString("custom_id", field.CustomId);
            writer.WriteNumber("style", field.Multiline ? 2 : 1);
            writer.WriteBoolean("required", field.Required);
            writer.WriteNumber("max_length", field.MaxLength);
            WriteOptional(writer, "placeholder", field.Placeholder);
            WriteOptional(writer, "value", field.Value);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Names the only file of the request. https://discord.com/developers/docs/reference#uploading-files</summary>
    private static void WriteAttachment(Utf8JsonWriter writer, DiscordFile file)
    {
        writer.WriteStartArray("attachments");
        writer.WriteStartObject();
        writer.WriteNumber("id", 0);
        writer.WriteString("filename", file.Name);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteEmbeds(Utf8JsonWriter writer, OutgoingMessage message)
    {
        writer.WriteStartArray("embeds");
        foreach (var embed in message.Embeds)
        {
            writer.WriteStartObject();
            WriteOptional(writer, "title", embed.Title);
            WriteOptional(writer, "description", embed.Description);
            if (embed.Colour is { } colour)
                writer.WriteNumber("color", colour);
            if (embed.Footer is not null)
            {
                writer.WriteStartObject("footer");
                writer.WriteString("text", embed.Footer);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter writer, OutgoingMessage message)
    {
        writer.WriteStartArray("components");
        foreach (var row in message.Rows)
        {
            writer.WriteStartObject();
            writer.WriteNumber("type", ComponentTypes.Row);
            writer.WriteStartArray("components");
            foreach (var component in row)
                Write(writer, component);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Component component)
    {
        writer.WriteStartObject();
        writer.WriteString("custom_id", component.CustomId);
        switch (component)
        {
            case Button button:
                writer.WriteNumber("type", ComponentTypes.Button);
                writer.WriteNumber("style", (int)button.Style);
                writer.WriteString("label", button.Label);
                break;
            case Select select:
                writer.WriteNumber("type", ComponentTypes.StringSelect);
                writer.WriteString("placeholder", select.Placeholder);
                writer.WriteStartArray("options");
                foreach (var option in select.Options)
                {
                    writer.WriteStartObject();
                    writer.WriteString("label", option.Label);
                    writer.WriteString("value", option.Value);
                    WriteOptional(writer, "description", option.Description);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }
}

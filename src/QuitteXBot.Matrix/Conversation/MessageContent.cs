using System.Text.Json;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Rendering;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>The content of the events that the bot sends: notices, which no bot answers (or texts, where a room asked for announcements that notify), that mention nobody.</summary>
internal static class MessageContent
{
    public static ReadOnlyMemory<byte> Notice(MatrixMessage message, string? inReplyTo = null, string? threadRoot = null, bool asText = false) => Json.Write(json =>
    {
        WriteMessage(json, message, asText);
        WriteRelation(json, inReplyTo, threadRoot);
    });

    /// <param name="address">As the upload told it.</param>
    public static ReadOnlyMemory<byte> File(string name, string mediaType, long size, string address, string? inReplyTo, string? threadRoot) => Json.Write(json =>
    {
        json.WriteString("msgtype", "m.file");
        json.WriteString("body", name);
        json.WriteString("filename", name);
        json.WriteString("url", address);
        json.WriteStartObject("info");
        json.WriteString("mimetype", mediaType);
        json.WriteNumber("size", size);
        json.WriteEndObject();
        WriteNoMentions(json);
        WriteRelation(json, inReplyTo, threadRoot);
    });

    private static void WriteRelation(Utf8JsonWriter json, string? inReplyTo, string? threadRoot)
    {
        if (inReplyTo is null)
            return;
        json.WriteStartObject("m.relates_to");
        if (threadRoot is not null)
        {
            json.WriteString("rel_type", "m.thread");
            json.WriteString("event_id", threadRoot);
            // The answer is a genuine reply within the thread, not the fallback for clients without threads.
            json.WriteBoolean("is_falling_back", false);
        }

        json.WriteStartObject("m.in_reply_to");
        json.WriteString("event_id", inReplyTo);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The outer body is for clients that do not know edits.</summary>
    public static ReadOnlyMemory<byte> Edit(MatrixMessage message, string editedId, bool asText = false) => Json.Write(json =>
    {
        json.WriteString("msgtype", TypeOf(asText));
        json.WriteString("body", "* " + message.Body);
        WriteNoMentions(json);
        json.WriteStartObject("m.new_content");
        WriteMessage(json, message, asText);
        json.WriteEndObject();
        json.WriteStartObject("m.relates_to");
        json.WriteString("rel_type", "m.replace");
        json.WriteString("event_id", editedId);
        json.WriteEndObject();
    });

    private static string TypeOf(bool asText) => asText ? "m.text" : "m.notice";

    private static void WriteMessage(Utf8JsonWriter json, MatrixMessage message, bool asText)
    {
        json.WriteString("msgtype", TypeOf(asText));
        json.WriteString("body", message.Body);
        json.WriteString("format", "org.matrix.custom.html");
        json.WriteString("formatted_body", message.Html);
        WriteNoMentions(json);
    }

    private static void WriteNoMentions(Utf8JsonWriter json)
    {
        json.WriteStartObject("m.mentions");
        json.WriteEndObject();
    }
}

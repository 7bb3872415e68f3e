using QuitteXBot.Commands;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>What a command brings along: the message that it answers, and a file, in that message or its own.</summary>
internal sealed class Attachments(MatrixApi api, IMatrixState state)
{
    /// <summary>Bytes of a document that is read.</summary>
    private const int LargestFile = 2 << 20;

    /// <returns>The asker with it; or, where the file cannot be had, what to say instead of an answer.</returns>
    public async Task<(Asker Asker, Reply? Refusal)> AddAsync(Asker asker, string text, RoomEvent question, CancellationToken cancellationToken)
    {
        if (!text.StartsWith('!'))
            return (asker, null);
        if (question.Content.MessageType == EventContent.File)
            return await EncloseAsync(asker, question.Content, cancellationToken);
        if (question.Content.InReplyTo is not { } repliedTo || state.Answer(repliedTo) is not null)
            return (asker, null);
        var replied = await api.EventAsync(question.RoomId, repliedTo, cancellationToken);
        if (replied.Value is not { Type: EventTypes.Message, IsRedacted: false } message)
            return (asker, null);
        if (message.Content.MessageType == EventContent.File)
            return await EncloseAsync(asker, message.Content, cancellationToken);
        return message.Current.Body is { } body
            ? (asker with { RepliedTo = new RepliedMessage(
                Addressing.WithoutFallback(body, message.Content), await NameOfAsync(message, cancellationToken), AddressOf(message), DateTimeOffset.FromUnixTimeMilliseconds(Time(message))) }, null)
            : (asker, null);
    }

    /// <summary>Only who may post documents makes the bot fetch one.</summary>
    private async Task<(Asker Asker, Reply? Refusal)> EncloseAsync(Asker asker, EventContent file, CancellationToken cancellationToken)
    {
        if (asker.Permission < Permission.Moderator || file.Url is not { } address)
            return (asker, null);
        var content = await api.DownloadAsync(address, LargestFile, cancellationToken);
        return content.IsSuccess
            ? (asker with { Enclosure = new Enclosure(file.FileName ?? file.Body ?? "", content.Value) }, null)
            : (asker, Texts.FileNotRead(content.Error.Code == MatrixErrors.TooLarge, LargestFile >> 20));
    }

    /// <summary>As the room's members see it.</summary>
    private async Task<string> NameOfAsync(RoomEvent message, CancellationToken cancellationToken)
    {
        var member = await api.StateAsync(message.RoomId, EventTypes.Member, message.Sender, cancellationToken);
        using var told = member.Value;
        return told?.RootElement.Object("content")?.Text("displayname") is { Length: > 0 and <= 200 } name ? name : UserName.LocalPartOf(message.Sender);
    }

    /// <summary>https://spec.matrix.org/latest/appendices/#matrixto-navigation: the sender's server can be asked for the room.</summary>
    private static string AddressOf(RoomEvent message) =>
        $"https://matrix.to/#/{Uri.EscapeDataString(message.RoomId)}/{Uri.EscapeDataString(message.EventId)}?via={Uri.EscapeDataString(UserName.ServerOf(message.Sender))}";

    /// <summary>A server may tell any time; no date is outside what a calendar has.</summary>
    private static long Time(RoomEvent message) =>
        Math.Clamp(message.SentAt, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds());
}

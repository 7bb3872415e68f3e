using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rest;
using Net = global::Discord;

namespace QuitteXBot.DiscordNet.Writing;

/// <summary>Messages and forms as Discord.Net's objects.</summary>
internal static class NetMessages
{
    /// <summary>Nobody, whatever the text says; a new object each time, for Discord.Net's can be changed.</summary>
    public static Net.AllowedMentions Nobody => new(Net.AllowedMentionTypes.None) { MentionRepliedUser = false };

    public static Net.Embed[] Embeds(OutgoingMessage message) => [.. message.Embeds.Select(Embed)];

    public static Net.MessageComponent Components(OutgoingMessage message)
    {
        var builder = new Net.ComponentBuilder();
        foreach (var row in message.Rows)
            builder.AddRow(new Net.ActionRowBuilder().WithComponents([.. row.Select(Component)]));
        return builder.Build();
    }

    /// <summary>Makes an edit replace everything: absent parts become empty.</summary>
    public static void Fill(Net.MessageProperties properties, OutgoingMessage message)
    {
        properties.Content = message.Content ?? "";
        properties.Embeds = Embeds(message);
        properties.Components = Components(message);
        properties.AllowedMentions = Nobody;
        if (message.SuppressEmbeds)
            properties.Flags = Net.MessageFlags.SuppressEmbeds;
        if (message.File is { } file)
            properties.Attachments = new[] { Attachment(file) };
    }

    public static Net.FileAttachment Attachment(DiscordFile file) => new(new MemoryStream(file.Content.ToArray()), file.Name);

    /// <summary>Discord.Net puts fields into action rows, the older way; Discord shows them alike.</summary>
    public static Net.Modal Form(Modal modal)
    {
        var builder = new Net.ModalBuilder(modal.Title, modal.CustomId);
        foreach (var field in modal.Fields)
        {
            builder.AddTextInput(
                field.Label,
                field.CustomId,
                field.Multiline ? Net.TextInputStyle.Paragraph : Net.TextInputStyle.Short,
                field.Placeholder,
                minLength: null,
                field.MaxLength,
                field.Required,
                field.Value);
        }

        return builder.Build();
    }

    private static Net.Embed Embed(Embed embed)
    {
        var builder = new Net.EmbedBuilder { Title = embed.Title, Description = embed.Description };
        if (embed.Footer is not null)
            builder.WithFooter(embed.Footer);
        if (embed.Colour is { } colour)
            builder.WithColor(new Net.Color((uint)colour));
        return builder.Build();
    }

    private static Net.IMessageComponent Component(Component component) => component switch
    {
        Button button => new Net.ButtonBuilder(button.Label, button.CustomId, (Net.ButtonStyle)(int)button.Style).Build(),
        Select select => new Net.SelectMenuBuilder(
            select.CustomId,
            [.. select.Options.Select(option => new Net.SelectMenuOptionBuilder(option.Label, option.Value, option.Description))],
            select.Placeholder).Build(),
        _ => throw new ArgumentOutOfRangeException(nameof(component)),
    };
}

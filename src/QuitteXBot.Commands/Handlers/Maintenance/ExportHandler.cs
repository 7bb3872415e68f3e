using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers.Maintenance;

internal sealed class ExportHandler : MaintenanceHandler
{
    /// <summary>In bytes: what Discord takes without a boosted server, and a homeserver by default more.</summary>
    private const int LargestUpload = 10_000_000;

    private static readonly string[] Formats = ["json", "csv", "jsonld"];

    public override string Command => CommandNames.Export;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, IMaintenance maintenance, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var typed = inquiry.Arguments.Field(OptionNames.Format) is { Length: > 0 } given ? given.Trim() : Formats[0];
        if (Formats.FirstOrDefault(known => string.Equals(known, typed, StringComparison.OrdinalIgnoreCase)) is not { } format)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.ExportFormat], texts.With(TextKeys.ForExample, inquiry.Definition.Example.In(texts.Language)));
        var file = await maintenance.ExportAsync(format, cancellationToken).ConfigureAwait(false);
        if (inquiry.Asker.OpenFile is null && file.Content.Length > LargestUpload)
            return Abstentions.Invalid(Command, texts, texts.With(TextKeys.ExportTooLarge, file.Content.Length / 1_000_000), texts[TextKeys.ExportTooLargeMend]);
        return inquiry.Reply(Outcome.Done, texts[TextKeys.ExportPrefix + format]) with { File = file };
    }
}

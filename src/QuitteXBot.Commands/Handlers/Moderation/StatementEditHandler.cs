using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Corrects a statement: the form has what is recorded, the preview what would be.</summary>
internal sealed class StatementEditHandler : ModerationHandler
{
    public override string Command => CommandNames.StatementEdit;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var (arguments, texts) = (inquiry.Arguments, inquiry.Texts);
        var workshop = new StatementWorkshop(inquiry, desk);
        if (arguments.Field(OptionNames.Draft) is { Length: > 0 } draft)
        {
            return desk.Drafts.Find(inquiry.Asker.Identity, draft) is { Draft.Fields: { } kept }
                ? await workshop.ContinueAsync(kept.With(arguments), draft, Number(inquiry, OptionNames.Part), cancellationToken).ConfigureAwait(false)
                : Abstentions.Invalid(Command, texts, texts[TextKeys.PreviewGone], texts[TextKeys.PreviewGoneMend]);
        }

        if (await inquiry.Knowledge.Store.FindStatementAsync(arguments.Id!, cancellationToken).ConfigureAwait(false) is not { } cited)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.StatementUnknown], texts[TextKeys.StatementUnknownMend]);
        var version = Number(inquiry, OptionNames.Seen) ?? await desk.Store.VersionAsync(cited.Statement.Id, cancellationToken).ConfigureAwait(false);
        var fields = StatementFields.Of(cited, version);
        var given = fields.With(arguments);
        return await workshop.ContinueAsync(given, null, given == fields ? 1 : null, cancellationToken).ConfigureAwait(false);
    }
}

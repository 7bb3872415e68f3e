using QuitteXBot.Commands.Handlers.Moderation;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Commands.Handlers.Maintenance;

/// <summary>A command that needs the program behind the desk. Only the maintainer sees what it answers.</summary>
internal abstract class MaintenanceHandler : ModerationHandler
{
    protected sealed override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var reply = desk.Maintenance is { } maintenance
            ? await HandleAsync(inquiry, desk, maintenance, cancellationToken).ConfigureAwait(false)
            : Abstentions.Invalid(Command, inquiry.Texts, inquiry.Texts[TextKeys.NoDesk], inquiry.Texts[TextKeys.NoDeskMend]);
        return reply with { Private = true };
    }

    protected abstract Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, IMaintenance maintenance, CancellationToken cancellationToken);

    protected Reply Failed(Inquiry inquiry, Error error) =>
        Abstentions.Invalid(Command, inquiry.Texts, inquiry.Texts[TextKeys.NotDoneTitle], error.ToString());
}

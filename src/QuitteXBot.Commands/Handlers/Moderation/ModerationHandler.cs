using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>A command that needs the desk: it says so where there is none.</summary>
internal abstract class ModerationHandler : ICommandHandler
{
    public abstract string Command { get; }

    public Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken) => inquiry.Desk is { } desk
        ? HandleAsync(inquiry, desk, cancellationToken)
        : Task.FromResult(Abstentions.Invalid(Command, inquiry.Texts, inquiry.Texts[TextKeys.NoDesk], inquiry.Texts[TextKeys.NoDeskMend]));

    protected abstract Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken);

    protected static int? Number(Inquiry inquiry, string option) => inquiry.Arguments.Field(option) is { Length: > 0 } typed ? int.Parse(typed, System.Globalization.CultureInfo.InvariantCulture) : null;
}

using QuitteXBot.Commands.Handlers;
using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Fetching;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Commands.Moderation;

/// <summary>What the commands of moderators and maintainers work with. One a process: previews that wait for their confirmation are kept here, in memory.</summary>
public sealed class ModerationDesk(ModerationRules rules, IModerationStore store, IAnnouncementStore announcements, TimeProvider clock)
{
    public ModerationRules Rules => rules;

    public IModerationStore Store => store;

    public IAnnouncementStore Announcements => announcements;

    public TimeProvider Clock => clock;

    /// <summary>Reads a document for quotes with the names that the question sees.</summary>
    public required Func<IKnowledge, IExtractor> Extractor { get; init; }

    public required IPageFetcher Fetcher { get; init; }

    public required IDocumentReader Documents { get; init; }

    /// <summary>What maintainers have the program do; null where it cannot.</summary>
    public IMaintenance? Maintenance { get; set; }

    /// <summary>Makes the change once, however often the same event asks for it.</summary>
    internal Task<Result<ChangeReceipt>> MakeAsync(Inquiry inquiry, Change change, CancellationToken cancellationToken) =>
        store.ChangeAsync(change with { Key = inquiry.Asker.RequestKey }, inquiry.Asker.Identity, cancellationToken);

    internal Drafts Drafts { get; } = new(rules.PreviewLifetime, clock);
}

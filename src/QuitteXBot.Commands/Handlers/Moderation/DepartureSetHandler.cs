using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Records what an organisation does with its accounts, as one source tells it: a report beside those that are there. What came before stays, as history.</summary>
internal sealed class DepartureSetHandler : ModerationHandler
{
    public override string Command => CommandNames.DepartureSet;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var (texts, arguments) = (inquiry.Texts, inquiry.Arguments);
        var (organisation, refusal) = Organisation(inquiry);
        if (organisation is null)
            return refusal!;
        if (arguments.Field(OptionNames.Action) is not { Length: > 0 } action)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.DepartureActionMissing], texts.With(
                TextKeys.OneOf, texts.List([.. Enum.GetValues<DepartureAction>().Select(known => texts.Action(known))])));
        var url = Text(arguments, OptionNames.Url);
        var outlet = Text(arguments, OptionNames.Outlet);
        if (url is null && outlet is null)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.DepartureSourceMissing], texts[TextKeys.DepartureSourceMissingMend]);
        if (url is not null && !StatementPlanner.IsAddress(url))
            return Abstentions.Invalid(Command, texts, texts[TextKeys.UrlUnreadable], texts[TextKeys.UrlUnreadableMend]);
        if (Platforms(inquiry, OptionNames.Kept) is not { } kept || Platforms(inquiry, OptionNames.Joined) is not { } joined)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.PlatformUnreadable], texts.With(
                TextKeys.OneOf, texts.List([.. inquiry.Knowledge.Catalogue.Platforms.Select(platform => platform.Name)])));

        var citation = new Citation("", outlet, Text(arguments, OptionNames.Title), StatementPlanner.Date(arguments.Field(OptionNames.Published), inquiry.Today), url);
        var read = ActionReader.Find(action)!.Value;
        var report = new DepartureReport
        {
            Id = ReportId.Of(organisation.Id, read, citation),
            OrganisationId = organisation.Id,
            Action = read,
            Announced = StatementPlanner.Date(arguments.Field(OptionNames.Announced), inquiry.Today),
            Effective = StatementPlanner.Date(arguments.Field(OptionNames.Effective), inquiry.Today),
            Observed = arguments.Field(OptionNames.Announced) is null or "" && arguments.Field(OptionNames.Effective) is null or "" ? citation.Published : null,
            PlatformsKept = kept,
            PlatformsJoined = joined,
            Citation = citation,
        };
        return await PreviewAsync(inquiry, desk, organisation, report, null, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="document">What the fact was read in, where that is posted and may not be stored yet.</param>
    public static async Task<Reply> PreviewAsync(
        Inquiry inquiry, ModerationDesk desk, Organisation organisation, DepartureReport report, Source? document, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var isRecorded = await desk.Store.FindOrganisationAsync(organisation.Id, cancellationToken).ConfigureAwait(false) is not null;
        var change = new Change
        {
            Command = inquiry.Definition.Name,
            Organisations = isRecorded ? [] : [organisation],
            Sources = document is not null && await inquiry.Knowledge.Store.FindSourceAsync(document.Id, cancellationToken).ConfigureAwait(false) is null ? [document] : [],
            Reports = [new ReportChange(report)],
            Seen = ImmutableDictionary<string, long>.Empty.Add(report.Id, await desk.Store.VersionAsync(report.Id, cancellationToken).ConfigureAwait(false)),
        };
        var view = new DepartureView(organisation.Name, organisation, DepartureMerge.Of([report]).First());
        var facts = new DepartureFacts(inquiry.Knowledge, texts);
        ImmutableArray<ReplyBlock> shown = [.. facts.Dates(view.Departure), .. facts.Platforms(view.Departure)];
        var id = desk.Drafts.Add(inquiry.Asker.Identity, new Draft
        {
            Change = change,
            Done = (confirming, _) => confirming.Reply(Outcome.Done, confirming.Texts.With(TextKeys.DepartureRecorded, report.Id)) with
            {
                Private = true,
                Organisation = organisation,
                Departures = [view],
                Blocks = shown,
            },
        });
        return inquiry.Reply(Outcome.Preview, texts[TextKeys.PreviewTitle]) with
        {
            Private = true,
            Organisation = organisation,
            Departures = [view],
            Blocks =
            [
                .. Warnings(inquiry, report).Select(warning => new TextBlock(warning)),
                new TextBlock($"{organisation.Name} {texts.Action(report.Action)}"),
                .. shown,
                new TextBlock(texts.With(TextKeys.PreviewExpires, (int)desk.Rules.PreviewLifetime.TotalMinutes)),
            ],
            Actions = Previews.Actions(texts, id),
        };
    }

    private static IEnumerable<string> Warnings(Inquiry inquiry, DepartureReport report)
    {
        if (report.Citation.Published is null)
            yield return inquiry.Texts[TextKeys.WarnNoDate];

        // An effective date may well lie ahead; what was announced or published may not.
        foreach (var date in new[] { report.Announced, report.Citation.Published })
        {
            if (date is { } future && future.First > inquiry.Today)
                yield return inquiry.Texts.With(TextKeys.WarnFutureDate, inquiry.Texts.Date(future));
        }
    }

    private static (Organisation? Organisation, Reply? Refusal) Organisation(Inquiry inquiry)
    {
        var (known, refusal) = Abstentions.Resolve(inquiry, inquiry.Arguments.Organisation!, OptionNames.Organisation);
        if (known is not null || refusal!.Outcome != Outcome.UnknownOrganisation)
            return (known, refusal);
        return inquiry.Arguments.Kind is { Kinds: [var kind] }
            ? (NewOrganisation.Of(inquiry.Arguments.Organisation!, kind), null)
            : (null, refusal with { Blocks = refusal.Blocks.Add(new TextBlock(inquiry.Texts[TextKeys.NewOrganisationMend])) });
    }

    private static ImmutableArray<string>? Platforms(Inquiry inquiry, string option)
    {
        var keys = ImmutableArray.CreateBuilder<string>();
        foreach (var name in (inquiry.Arguments.Field(option) ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (PlatformReader.Find(inquiry.Knowledge.Catalogue.Platforms, name) is not { } platform)
                return null;
            keys.Add(platform.Key);
        }

        return keys.ToImmutable();
    }

    private static string? Text(Arguments arguments, string option) => arguments.Field(option) is { Length: > 0 } text ? text : null;
}

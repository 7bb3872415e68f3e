using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>
/// A document, from an address, a file or pasted text: what the ingestion finds in it is listed, and each finding goes the way of a statement that a moderator posts.
/// </summary>
internal sealed class SourceAddHandler : ModerationHandler
{
    private const int MostListed = 20;
    private const int LongestLine = 160;

    public override string Command => CommandNames.SourceAdd;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        if (inquiry.Arguments.Field(OptionNames.Draft) is { Length: > 0 } draft)
        {
            if (desk.Drafts.Find(inquiry.Asker.Identity, draft) is not { Draft.Document: { } kept })
                return Abstentions.Invalid(Command, texts, texts[TextKeys.PreviewGone], texts[TextKeys.PreviewGoneMend]);
            return Number(inquiry, OptionNames.Finding) is { } finding
                ? await ShowAsync(inquiry, desk, kept, draft, finding, cancellationToken).ConfigureAwait(false)
                : List(inquiry, kept, draft);
        }

        var (source, refusal) = await ReadAsync(inquiry, desk, cancellationToken).ConfigureAwait(false);
        if (source is null)
            return refusal!;
        var document = PostedDocument.Of(source, desk.Extractor(inquiry.Knowledge));
        return List(inquiry, document, desk.Drafts.Add(inquiry.Asker.Identity, new Draft { Document = document }));
    }

    private async Task<(Source? Source, Reply? Refusal)> ReadAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var (texts, arguments) = (inquiry.Texts, inquiry.Arguments);
        if (arguments.Field(OptionNames.Text) is { Length: > 0 } pasted)
            return (Source(new SourceDraft(pasted.ReplaceLineEndings("\n")), inquiry, null), null);
        if (inquiry.Asker.FindFile(arguments.Field(OptionNames.File)) is { } file)
        {
            var read = desk.Documents.Read(file.Content.Span, file.Name);
            return read.IsSuccess
                ? (Source(read.Value, inquiry, null), null)
                : (null, Abstentions.Invalid(Command, texts, texts[TextKeys.SourceRefused], texts[TextKeys.DocumentPrefix + read.Error.Code]));
        }

        if (arguments.Field(OptionNames.Url) is { Length: > 0 } url)
        {
            var fetched = await desk.Fetcher.FetchAsync(url, cancellationToken).ConfigureAwait(false);
            return fetched.IsSuccess
                ? (Source(fetched.Page.Draft with { Url = fetched.Page.Url }, inquiry, fetched.Page.Retrieved), null)
                : (null, Abstentions.Invalid(Command, texts, texts[TextKeys.SourceRefused], texts[TextKeys.FetchPrefix + fetched.Refusal.Reason]));
        }

        return inquiry.Asker.RepliedTo is { } message
            ? (Source(new SourceDraft(message.Text.ReplaceLineEndings("\n")) { Url = message.Url, Author = message.Author }, inquiry, message.At), null)
            : (null, Abstentions.Invalid(Command, texts, texts[TextKeys.SourceMissing], texts[TextKeys.SourceMissingMend]));
    }

    /// <summary>The same text makes the same source: a document that is posted twice is one.</summary>
    private static Source Source(SourceDraft draft, Inquiry inquiry, DateTimeOffset? retrieved) => new()
    {
        Id = "doc-" + TextHash.Of(draft.Text)[..12],
        Text = draft.Text,
        Outlet = Given(inquiry.Arguments, OptionNames.Outlet) ?? draft.Outlet,
        Title = Given(inquiry.Arguments, OptionNames.Title) ?? draft.Title,
        Author = draft.Author,
        Published = StatementPlanner.Date(Given(inquiry.Arguments, OptionNames.Published), inquiry.Today) ?? draft.Published,
        Url = Given(inquiry.Arguments, OptionNames.Url) is { } url && StatementPlanner.IsAddress(url) ? url : draft.Url,
        Retrieved = retrieved,
        Language = draft.Language ?? "fr",
    };

    private static string? Given(Arguments arguments, string option) => arguments.Field(option) is { Length: > 0 } value ? value : null;

    private static Reply List(Inquiry inquiry, PostedDocument document, string draft)
    {
        var texts = inquiry.Texts;
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        if (document.IsDoubtful)
            blocks.Add(new TextBlock(texts[TextKeys.SourceFlagged]));
        if (document.Findings == 0)
            blocks.Add(new TextBlock($"{texts[TextKeys.SourceFoundNothing]} {texts[TextKeys.SourceFoundNothingMend]}"));
        else
            blocks.Add(new ListBlock([.. Items(document, inquiry).Take(MostListed)], Numbered: true));
        if (document.Departures.Length > 0)
            blocks.Add(new TextBlock(texts.Count(TextKeys.SourceDepartures, document.Departures.Length)));
        if (document.Findings > 0)
            blocks.Add(new TextBlock(texts[TextKeys.SourceChooseMend]));
        var name = document.Source.Title ?? texts.Citation(new Citation("", document.Source.Outlet, null, document.Source.Published, document.Source.Url));
        return inquiry.Reply(Outcome.Preview, texts.With(TextKeys.SourceAddTitle, name, texts.Count(TextKeys.SourceFound, document.Quotes.Length))) with
        {
            Private = true,
            Blocks = blocks.ToImmutable(),
            Actions =
            [
                .. Enumerable.Range(1, Math.Min(document.Findings, MostListed)).Select(finding => Choice(document, draft, finding)),
                ByHand(texts, draft),
            ],
        };
    }

    private static IEnumerable<ReplyListItem> Items(PostedDocument document, Inquiry inquiry)
    {
        foreach (var found in document.Quotes)
        {
            var (speaker, organisation) = (found.Attribution.Speaker, found.Attribution.OrganisationName);
            yield return new ReplyListItem(
                ActionLabels.Fit(found.Quote.Text.ReplaceLineEndings(" "), LongestLine), string.Join(", ", new[] { speaker, organisation }.OfType<string>()));
        }

        foreach (var found in document.Departures)
            yield return new ReplyListItem($"{found.Organisation} {inquiry.Texts.Action(found.Action)}", found.Announced is { } date ? inquiry.Texts.Date(date) : null);
    }

    private static ReplyAction Choice(PostedDocument document, string draft, int finding) => new(
        ReplyActionKind.Choose,
        ActionLabels.Fit(finding <= document.Quotes.Length
            ? document.Quotes[finding - 1].Quote.Text.ReplaceLineEndings(" ")
            : document.Departures[finding - 1 - document.Quotes.Length].Organisation ?? ""),
        CommandNames.SourceAdd,
        Options(draft).Add(OptionNames.Finding, finding.ToString(CultureInfo.InvariantCulture)));

    private static ReplyAction ByHand(Texts texts, string draft) =>
        new(ReplyActionKind.Step, texts[TextKeys.SourceByHand], CommandNames.StatementAdd, Options(draft).Add(OptionNames.Part, "1"));

    private static ImmutableDictionary<string, string> Options(string draft) => ImmutableDictionary<string, string>.Empty.Add(OptionNames.Draft, draft);

    private static async Task<Reply> ShowAsync(
        Inquiry inquiry, ModerationDesk desk, PostedDocument document, string draft, int finding, CancellationToken cancellationToken)
    {
        if (finding < 1 || finding > document.Findings)
            return List(inquiry, document, draft);
        if (finding <= document.Quotes.Length)
            return await new StatementWorkshop(As(inquiry, CommandNames.StatementAdd), desk)
                .ContinueAsync(document.FieldsOf(finding, draft), null, null, cancellationToken).ConfigureAwait(false);

        var found = document.Departures[finding - 1 - document.Quotes.Length];
        var organisation = found.OrganisationId is { } id ? inquiry.Knowledge.Names.Find(id) : null;
        organisation ??= NewOrganisation.Of(found.Organisation!, found.Kind);
        return await DepartureSetHandler.PreviewAsync(
            As(inquiry, CommandNames.DepartureSet), desk, organisation, Report(document.Source, found, organisation.Id), document.Source, cancellationToken).ConfigureAwait(false);
    }

    private static DepartureReport Report(Source source, ExtractedDeparture found, string organisation)
    {
        var words = CodePoints.Slice(source.Text, found.Start, found.End)!;
        var place = QuoteAnchor.Place(new Quote(source.Id, 0, 0, words, "", ""), source.Text, CodePoints.ToUtf16(source.Text, found.Start));
        var citation = new Citation(
            source.Id, source.Outlet, source.Title, source.Published, source.Url, place.Start, place.End, place.Prefix, place.Suffix);
        return new DepartureReport
        {
            Id = ReportId.Of(organisation, found.Action, citation),
            OrganisationId = organisation,
            Action = found.Action,
            Announced = found.Announced,
            Effective = found.Effective,
            PlatformsKept = found.PlatformsKept,
            PlatformsJoined = found.PlatformsJoined,
            Note = found.Note,
            Citation = citation,
        };
    }

    private static Inquiry As(Inquiry inquiry, string command) => inquiry with { Definition = CommandCatalogue.Find(command)!, Arguments = new Arguments() };
}

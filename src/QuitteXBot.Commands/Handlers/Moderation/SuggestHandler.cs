using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Text;
using QuitteXBot.Core.Moderation;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Puts a member's suggestion, or their report of an error, into the review queue: within a budget, and with thanks.</summary>
internal sealed class SuggestHandler(ReviewKind kind) : ModerationHandler
{
    /// <summary>UTF-16 units: a press release, not a book.</summary>
    private const int LongestText = 20_000;

    public override string Command => kind == ReviewKind.Report ? CommandNames.Report : CommandNames.Suggest;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var (text, url) = Read(inquiry);
        if (kind == ReviewKind.Report && await inquiry.Knowledge.Store.FindStatementAsync(inquiry.Arguments.Id!, cancellationToken).ConfigureAwait(false) is null)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.StatementUnknown], texts[TextKeys.StatementUnknownMend]);
        if (text.Length == 0 && url is null)
            return Ask(inquiry);
        if (text.Length > LongestText)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.TooLong], texts.With(TextKeys.TooLongMend, LongestText));
        var today = desk.Clock.GetUtcNow().AddDays(-1);
        if (inquiry.Asker.Permission == Permission.Community
            && await desk.Store.CountReviewsAsync(inquiry.Asker.Identity, today, cancellationToken).ConfigureAwait(false) >= desk.Rules.SuggestionsPerDay)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.SuggestBudget], texts.With(TextKeys.SuggestBudgetMend, desk.Rules.SuggestionsPerDay));

        string? organisation = null;
        if (inquiry.Arguments.Organisation is { } name)
        {
            var (known, refusal) = Abstentions.Resolve(inquiry, name, OptionNames.Organisation);
            if (known is null)
                return refusal!;
            organisation = known.Id;
        }

        var change = new Change
        {
            Command = Command,
            Review = new NewReview(kind, text, url, inquiry.Arguments.Id, organisation, Draft: null, texts.Language == Language.French ? "fr" : "en"),
        };
        var put = await desk.MakeAsync(inquiry, change, cancellationToken).ConfigureAwait(false);
        return put.IsSuccess
            ? inquiry.Reply(Outcome.Done, texts.With(kind == ReviewKind.Report ? TextKeys.ReportThanks : TextKeys.SuggestThanks, put.Value.Review)) with { Private = true }
            : await ChangeErrors.ExplainAsync(inquiry, desk, change, put.Error, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An address that stands alone is the address of what is suggested.</summary>
    private static (string Text, string? Url) Read(Inquiry inquiry)
    {
        var text = (inquiry.Arguments.Field(OptionNames.Text) ?? inquiry.Asker.RepliedTo?.Text ?? "").ReplaceLineEndings("\n").Trim();
        var url = inquiry.Arguments.Field(OptionNames.Url) is { Length: > 0 } given ? given : inquiry.Asker.RepliedTo?.Url;
        return url is null && IsAddress(text) ? ("", text) : (text, url is not null && IsAddress(url) ? url : null);
    }

    private static bool IsAddress(string text) =>
        text.Length <= UserText.MaximumLength && !text.Any(char.IsWhiteSpace)
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    private Reply Ask(Inquiry inquiry) => StatementForm.Show(inquiry, new ReplyForm(
        inquiry.Texts[kind == ReviewKind.Report ? TextKeys.FormTitleReport : TextKeys.FormTitleSuggest],
        Command,
        inquiry.Arguments.ToOptions(),
        kind == ReviewKind.Report
            ? [StatementForm.Of(inquiry, OptionNames.Text, TextKeys.FieldWrong, TextKeys.HintWrong, null, required: true)]
            : [
                StatementForm.Of(inquiry, OptionNames.Text, TextKeys.FieldText, null, null, required: false),
                StatementForm.Of(inquiry, OptionNames.Url, TextKeys.FieldUrl, TextKeys.HintUrl, null, required: false),
            ]));
}

using System.Collections.Immutable;
using QuitteXBot.Commands.Handlers;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Text;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Moderation;

/// <summary>What would be recorded, and what a moderator should know before confirming it.</summary>
/// <param name="Cited">The statement as it would be.</param>
/// <param name="NewOrganisation">Null where it is known.</param>
/// <param name="Duplicates">Recorded statements that are nearly the same.</param>
internal sealed record StatementPlan(
    Change Change, CitedStatement Cited, Organisation Organisation, Organisation? NewOrganisation, ImmutableArray<string> Warnings, ImmutableArray<CitedStatement> Duplicates);

/// <summary>Fields → the change that records them. The quote is kept exactly: anchored in the held source that has it, else as an excerpt of its own.</summary>
internal sealed class StatementPlanner(Inquiry inquiry, ModerationDesk desk)
{
    private const int LongestUrl = 2_000;

    private readonly Texts _texts = inquiry.Texts;

    /// <summary>The plan, or what is wrong with the fields.</summary>
    /// <param name="organisation">What the fields' organisation resolved to, or the new one.</param>
    public async Task<(StatementPlan? Plan, Problem? Problem)> PlanAsync(
        StatementFields fields, Organisation organisation, bool isNew, CancellationToken cancellationToken)
    {
        var quote = Trim(fields.Quote ?? "");
        if (quote.Length == 0)
            return (null, new Problem(_texts[TextKeys.QuoteMissingField], _texts.With(TextKeys.ForExample, inquiry.Definition.Example.In(_texts.Language))));
        if (!IsWhole(quote))
            return (null, new Problem(_texts[TextKeys.QuoteBroken], _texts[TextKeys.QuoteBrokenMend]));
        var url = fields.Url is { Length: > 0 } typed ? typed : null;
        if (url is not null && !IsAddress(url))
            return (null, new Problem(_texts[TextKeys.UrlUnreadable], _texts[TextKeys.UrlUnreadableMend]));
        if (ReadReasons(fields, quote) is not { } reasons)
            return (null, new Problem(
                _texts[TextKeys.ReasonUnreadable],
                _texts.With(TextKeys.OneOf, _texts.List([.. inquiry.Knowledge.Catalogue.Reasons.Select(reason => _texts.Reason(reason))]))));

        var existing = fields.StatementId is { } id ? await inquiry.Knowledge.Store.FindStatementAsync(id, cancellationToken).ConfigureAwait(false) : null;
        var (held, isNews) = await HeldAsync(fields, url, cancellationToken).ConfigureAwait(false);
        var (source, placed) = existing is null
            ? New(fields, quote, held)
            : await CorrectedAsync(fields, quote, existing, cancellationToken).ConfigureAwait(false);
        if (placed is null)
            return (null, new Problem(_texts[TextKeys.QuoteNotInSource], _texts[TextKeys.QuoteNotInSourceMend]));

        var speaker = OrNull(fields.Speaker);
        var said = Date(fields.SaidOn, inquiry.Today);
        var statement = (existing?.Statement ?? new Statement { Id = "", Quote = placed, Attribution = Attribution.Unstated, Topic = StatementTopic.Why }) with
        {
            Id = StatementId.Of(placed.SourceId, placed.Start, placed.End),
            Quote = placed,
            Attribution = new Attribution(speaker, OrNull(fields.Role), organisation.Id, organisation.Name, AttributionBasis.Stated),
            Reasons = reasons,
            SaidOn = said,
            Status = existing?.Statement.Status == StatementStatus.Withdrawn ? StatementStatus.Withdrawn : StatementStatus.Published,
            Confidence = Confidence.Confirmed,
        };
        var citation = new Citation(
            source.Id, source.Outlet, source.Title, source.Published, source.Url, placed.Start, placed.End, placed.Prefix, placed.Suffix);
        var isRecorded = await desk.Store.FindOrganisationAsync(organisation.Id, cancellationToken).ConfigureAwait(false) is not null;
        var change = new Change
        {
            Command = inquiry.Definition.Name,
            Organisations = isRecorded ? [] : [organisation],
            Sources = existing is null && source.Id == held?.Id && !isNews ? [] : [source],
            Statements = [new StatementChange(fields.StatementId, statement)],
            Seen = fields.StatementId is { } seen ? ImmutableDictionary<string, long>.Empty.Add(seen, fields.Seen) : ImmutableDictionary<string, long>.Empty,
            Decision = fields.Review is { } review ? new ReviewDecision(review, Accepted: true, null) : null,
        };
        var duplicates = existing is null
            ? await desk.Store.NearDuplicatesAsync(isNew ? null : organisation.Id, quote, cancellationToken).ConfigureAwait(false)
            : [];
        return (new StatementPlan(
            change, new CitedStatement(statement, citation), organisation, isNew ? organisation : null, Warnings(statement, source, held), [.. duplicates]), null);
    }

    /// <summary>Line ends as LF; a pair of guillemets around the whole is no part of the words.</summary>
    internal static string Trim(string quote)
    {
        var words = quote.ReplaceLineEndings("\n").Trim();
        return words.Length > 2 && words[0] == '«' && words[^1] == '»' && words.IndexOf('«', 1) < 0 && words.IndexOf('»') == words.Length - 1
            ? words[1..^1].Trim()
            : words;
    }

    /// <summary>The document that the quote should stand in: the one that was posted, else what is held under that address.</summary>
    private async Task<(Source? Held, bool IsNews)> HeldAsync(StatementFields fields, string? url, CancellationToken cancellationToken)
    {
        if (fields.Source is { } id)
        {
            if (await inquiry.Knowledge.Store.FindSourceAsync(id, cancellationToken).ConfigureAwait(false) is { } stored)
                return (stored, false);
            if (desk.Drafts.Find(inquiry.Asker.Identity, fields.Document ?? "") is { Draft.Document.Source: { } posted })
                return (Described(posted, fields), true);
        }

        return (url is null ? null : await desk.Store.FindSourceByUrlAsync(url, cancellationToken).ConfigureAwait(false), false);
    }

    private (Source Source, Quote? Quote) New(StatementFields fields, string quote, Source? held)
    {
        if (held is not null && !ExcerptSource.IsExcerpt(held.Id) && held.Text.IndexOf(quote, StringComparison.Ordinal) is >= 0 and var at)
            return (held, QuoteAnchor.Place(new Quote(held.Id, 0, 0, quote, "", ""), held.Text, at));
        var id = ExcerptSource.NewId();
        return (Described(new Source { Id = id, Text = quote }, fields), QuoteAnchor.Place(new Quote(id, 0, 0, quote, "", ""), quote, 0));
    }

    private async Task<(Source Source, Quote? Quote)> CorrectedAsync(
        StatementFields fields, string quote, CitedStatement existing, CancellationToken cancellationToken)
    {
        var present = existing.Statement.Quote;
        var source = (await inquiry.Knowledge.Store.FindSourceAsync(present.SourceId, cancellationToken).ConfigureAwait(false))!;
        var described = Described(source, fields);
        if (ExcerptSource.IsExcerpt(source.Id))
            return (described with { Text = quote }, QuoteAnchor.Place(present with { Text = quote }, quote, 0));
        if (quote == present.Text)
            return (described, present);

        // The nearest place of the corrected words to where the old ones stand.
        var near = CodePoints.ToUtf16(source.Text, present.Start);
        var behind = source.Text.IndexOf(quote, Math.Max(0, near), StringComparison.Ordinal);
        var before = near <= 0 ? -1 : source.Text.LastIndexOf(quote, Math.Min(source.Text.Length - 1, near + quote.Length), StringComparison.Ordinal);
        var at = behind < 0 || (before >= 0 && near - before < behind - near) ? before : behind;
        return (described, at < 0 ? null : QuoteAnchor.Place(present with { Text = quote }, source.Text, at));
    }

    private Source Described(Source source, StatementFields fields) => source with
    {
        Outlet = fields.Outlet is null ? source.Outlet : OrNull(fields.Outlet),
        Title = fields.Title is null ? source.Title : OrNull(fields.Title),
        Published = fields.Published is null ? source.Published : Date(fields.Published, inquiry.Today),
        Url = fields.Url is null ? source.Url : OrNull(fields.Url),
    };

    private ImmutableArray<string> Warnings(Statement statement, Source source, Source? held)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (held is not null && held.Id != source.Id && !ExcerptSource.IsExcerpt(held.Id))
            warnings.Add(_texts[TextKeys.WarnNotInText]);
        if (source.Url is null && source.Outlet is null)
            warnings.Add(_texts[TextKeys.WarnNoSource]);
        else if (source.Published is null)
            warnings.Add(_texts[TextKeys.WarnNoDate]);
        foreach (var date in new[] { statement.SaidOn, source.Published })
        {
            if (date is { } future && future.First > inquiry.Today)
                warnings.Add(_texts.With(TextKeys.WarnFutureDate, _texts.Date(future)));
        }

        if (statement.Attribution.Speaker is null)
            warnings.Add(_texts[TextKeys.WarnUnattributed]);
        return warnings.ToImmutable();
    }

    /// <summary>The reasons' keys in the catalogue's order; null where one of them is not known.</summary>
    private ImmutableArray<string>? ReadReasons(StatementFields fields, string quote)
    {
        var known = inquiry.Knowledge.Catalogue.Reasons;
        var keys = new HashSet<string>();
        if (fields.Reasons is not { } typed)
        {
            var words = Word.Split(quote);
            foreach (var phrase in ReasonReader.AllPhrases(known))
            {
                for (var i = 0; i < words.Length; i++)
                {
                    if (phrase.Phrase.LengthAt(words, i) > 0)
                        keys.Add(phrase.Meaning.Key);
                }
            }
        }
        else
        {
            foreach (var name in typed.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (ReasonReader.Find(known, name) is not { } reason)
                    return null;
                keys.Add(reason.Key);
            }
        }

        return [.. known.Select(reason => reason.Key).Where(keys.Contains)];
    }

    internal static PartialDate? Date(string? typed, DateOnly today) => typed is { Length: > 0 } ? DayReader.Find(typed, today) : null;

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static bool IsAddress(string url) =>
        url.Length <= LongestUrl && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && !url.Any(char.IsWhiteSpace);

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }
}

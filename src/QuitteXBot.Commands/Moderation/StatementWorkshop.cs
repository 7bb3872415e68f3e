using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Handlers;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Moderation;

/// <summary>Fields → a form where something is missing, a preview where nothing is. Nothing is stored before the preview is confirmed.</summary>
internal sealed class StatementWorkshop(Inquiry inquiry, ModerationDesk desk)
{
    private readonly Texts _texts = inquiry.Texts;

    /// <param name="draft">The id that the fields already have, if any.</param>
    /// <param name="part">The part of the form that is asked for, or null to go on to the preview.</param>
    public async Task<Reply> ContinueAsync(StatementFields fields, string? draft, int? part, CancellationToken cancellationToken)
    {
        var id = Keep(draft, new Draft { Fields = fields });
        if (part is not null || string.IsNullOrWhiteSpace(fields.Quote) || string.IsNullOrWhiteSpace(fields.Organisation))
            return StatementForm.Ask(inquiry, fields, id, part ?? 1);

        var (organisation, isNew, refusal) = Resolve(fields, id);
        if (organisation is null)
            return refusal!;
        var (plan, problem) = await new StatementPlanner(inquiry, desk).PlanAsync(fields, organisation, isNew, cancellationToken).ConfigureAwait(false);
        if (plan is null)
            return Abstentions.Invalid(inquiry.Definition.Name, _texts, problem!.Title, problem.Mend) with
            {
                Actions = [Step(TextKeys.EditLabel, id, 1), Step(TextKeys.EditSourceLabel, id, 2)],
            };
        Keep(id, new Draft { Fields = fields, Change = plan.Change, Done = (confirming, receipt) => Done(confirming, receipt, plan) with { Actions = Next(fields) } });
        var preview = Preview(plan, id);
        return preview with { Actions = preview.Actions.AddRange(Next(fields)) };
    }

    /// <summary>Where the statement was found in a posted document: on to its next finding.</summary>
    private ImmutableArray<ReplyAction> Next(StatementFields fields)
    {
        if (fields.Document is not { } document || desk.Drafts.Find(inquiry.Asker.Identity, document) is not { Draft.Document: { } posted })
            return [];
        var options = ImmutableDictionary<string, string>.Empty.Add(OptionNames.Draft, document);
        return fields.Finding < posted.Findings
            ? [new ReplyAction(
                ReplyActionKind.Step,
                _texts[TextKeys.SourceNext],
                CommandNames.SourceAdd,
                options.Add(OptionNames.Finding, (fields.Finding.Value + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)))]
            : [new ReplyAction(ReplyActionKind.Step, _texts[TextKeys.SourceList], CommandNames.SourceAdd, options)];
    }

    /// <summary>The organisation that the fields mean: a known one, or a new one where its kind is given.</summary>
    public (Organisation? Organisation, bool IsNew, Reply? Refusal) Resolve(StatementFields fields, string id)
    {
        var name = fields.Organisation!;
        var (known, refusal) = Abstentions.Resolve(inquiry, name, OptionNames.Organisation);
        if (known is not null)
            return (known, false, null);
        if (refusal!.Outcome == Outcome.UnknownOrganisation && KindReader.Find(fields.NewKind ?? "") is { Kinds: [var kind] })
            return (NewOrganisation.Of(name, kind), true, null);
        return (null, false, refusal with
        {
            Private = true,
            Blocks = refusal.Outcome == Outcome.UnknownOrganisation ? refusal.Blocks.Add(new TextBlock(_texts[TextKeys.NewOrganisationMend])) : refusal.Blocks,

            // What was typed stays with the draft; a button only says which one is meant.
            Actions = [.. refusal.Actions.Select(action => action with { Options = Options(id, action.Options[OptionNames.Organisation]) })],
        });
    }

    public static Reply Done(Inquiry inquiry, ChangeReceipt receipt, StatementPlan plan)
    {
        var texts = inquiry.Texts;
        if (receipt.Review is { } review)
            return inquiry.Reply(Outcome.Done, texts.With(TextKeys.StatementAwaits, review)) with
            {
                Private = true,
                Blocks = [new TextBlock(texts[TextKeys.StatementAwaitsMend])],
            };
        var quote = new QuoteViews(inquiry.Knowledge, texts).Of(plan.Cited);
        var key = plan.Change.Statements[0].Id is null ? TextKeys.StatementAdded : TextKeys.StatementChanged;
        return inquiry.Reply(Outcome.Done, texts.With(key, plan.Cited.Statement.Id)) with
        {
            Private = true,
            Organisation = plan.Organisation,
            Statements = [quote],
            Blocks = [new QuoteBlock(quote)],
        };
    }

    private string Keep(string? id, Draft draft)
    {
        if (id is null)
            return desk.Drafts.Add(inquiry.Asker.Identity, draft);
        desk.Drafts.Replace(id, inquiry.Asker.Identity, draft);
        return id;
    }

    private Reply Preview(StatementPlan plan, string id)
    {
        var views = new QuoteViews(inquiry.Knowledge, _texts);
        var quote = views.Of(plan.Cited);
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.AddRange(plan.Warnings.Select(warning => new TextBlock(warning)));
        if (plan.NewOrganisation is { } added)
            blocks.Add(new TextBlock(_texts.With(TextKeys.PreviewNewOrganisation, added.Name, _texts.Kind(added.Kind))));
        foreach (var duplicate in plan.Duplicates)
        {
            blocks.Add(new TextBlock(_texts[TextKeys.WarnDuplicate]));
            blocks.Add(new QuoteBlock(views.Of(duplicate)));
        }

        blocks.Add(new TextBlock(_texts[TextKeys.PreviewIntroduction]));
        blocks.Add(new QuoteBlock(quote));
        if (desk.Rules.Approvals > 1)
            blocks.Add(new TextBlock(_texts[TextKeys.PreviewNeedsApproval]));
        blocks.Add(new TextBlock(_texts.With(TextKeys.PreviewExpires, (int)desk.Rules.PreviewLifetime.TotalMinutes)));
        return inquiry.Reply(Outcome.Preview, _texts[TextKeys.PreviewTitle]) with
        {
            Private = true,
            Organisation = plan.Organisation,
            Statements = [quote],
            Blocks = blocks.ToImmutable(),
            Actions = [.. Previews.Actions(_texts, id), Step(TextKeys.EditLabel, id, 1), Step(TextKeys.EditSourceLabel, id, 2)],
        };
    }

    private ReplyAction Step(string label, string id, int part) => new(
        ReplyActionKind.Step,
        _texts[label],
        inquiry.Definition.Name,
        Options(id, null).Add(OptionNames.Part, part.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private ImmutableDictionary<string, string> Options(string draft, string? organisation)
    {
        var options = ImmutableDictionary<string, string>.Empty.Add(OptionNames.Draft, draft);
        if (inquiry.Arguments.Id is { } id)
            options = options.Add(OptionNames.Id, id);
        return organisation is null ? options : options.Add(OptionNames.Organisation, organisation);
    }
}

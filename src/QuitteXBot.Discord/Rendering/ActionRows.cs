using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Messages;

namespace QuitteXBot.Discord.Rendering;

/// <summary>The rows below an answer: turning pages, what else to see, candidates to choose from, and at the end reporting and deleting.</summary>
internal sealed class ActionRows(ComponentCodec codec, Reply reply, AnswerContext context, int pages, string? asked)
{
    private readonly UiTexts texts = UiTexts.In(reply.Language);
    private readonly HashSet<string> taken = [];

    /// <summary>Whether some of what was built needs the question's text in the message.</summary>
    public bool LeanOnText { get; private set; }

    public ImmutableArray<ImmutableArray<Component>> Build()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Component>>();
        if (context.Owner != AnswerContext.Everybody)
        {
            AddTurning(rows);
            AddGroup(rows, ComponentKind.Choose, texts.ChooseOne, reply.Actions.Where(action => action.Kind == ReplyActionKind.Choose));
            AddSteps(rows);
        }

        AddGroup(rows, ComponentKind.Show, texts.MoreActions, reply.Actions.Where(action => action.Kind is ReplyActionKind.InContext or ReplyActionKind.OtherStatements));
        AddClosing(rows);
        return [.. rows.Take(DiscordLimits.Rows)];
    }

    /// <summary>What decides on a preview stands first; where there are many steps, they come as a list.</summary>
    private void AddSteps(ImmutableArray<ImmutableArray<Component>>.Builder rows)
    {
        var steps = reply.Actions.Where(action => action.Kind == ReplyActionKind.Step).ToList();
        var row = ImmutableArray.CreateBuilder<Component>();
        foreach (var action in reply.Actions.Where(action => action.Kind is ReplyActionKind.Confirm or ReplyActionKind.Cancel))
            Add(row, StateOf(ComponentKind.Step, action), action.Label, action.Kind == ReplyActionKind.Confirm ? ButtonStyle.Success : ButtonStyle.Danger);
        if (row.Count + steps.Count <= DiscordLimits.ButtonsInRow)
        {
            foreach (var action in steps)
                Add(row, StateOf(ComponentKind.Step, action), action.Label);
            steps.Clear();
        }

        if (reply.Form is { } form && FormStates(form).Select(Encode).FirstOrDefault(id => id is not null) is { } opens && taken.Add(opens))
            row.Add(new Button(opens, texts.OpenForm, ButtonStyle.Primary));
        if (row.Count > 0)
            rows.Add(row.ToImmutable());
        AddGroup(rows, ComponentKind.Step, texts.MoreSteps, steps);
    }

    /// <summary>Asking the same again opens the form; where the question is not at hand or too long, the form's own command does.</summary>
    private IEnumerable<ComponentState> FormStates(ReplyForm form)
    {
        if (context is { Question: QuestionKind.Command, Command.Length: > 0 })
            yield return new(ComponentKind.Step, QuestionKind.Command, reply.Language, context.Owner, 0, context.Command, context.Options);
        yield return new(ComponentKind.Step, QuestionKind.Command, reply.Language, context.Owner, 0, form.Command, form.Options);
    }

    private void AddTurning(ImmutableArray<ImmutableArray<Component>>.Builder rows)
    {
        var row = ImmutableArray.CreateBuilder<Component>();
        var previous = reply.Actions.FirstOrDefault(action => action.Kind == ReplyActionKind.PreviousPage);
        var next = reply.Actions.FirstOrDefault(action => action.Kind == ReplyActionKind.NextPage);
        if (context.Page > 0)
            Add(row, Turned(context.Page - 1), texts.Previous);
        else if (previous is not null)
            Add(row, StateOf(ComponentKind.Turn, previous), previous.Label);
        if (context.Page < pages - 1)
            Add(row, Turned(context.Page + 1), texts.Next);
        else if (next is not null)
            Add(row, StateOf(ComponentKind.Turn, next), next.Label);
        if (row.Count > 0)
            rows.Add(row.ToImmutable());
    }

    private void AddGroup(
        ImmutableArray<ImmutableArray<Component>>.Builder rows, ComponentKind kind, string placeholder, IEnumerable<ReplyAction> group)
    {
        var actions = Distinguish([.. group]);
        if (actions.Count <= DiscordLimits.ButtonsInRow)
        {
            var row = ImmutableArray.CreateBuilder<Component>();
            foreach (var action in actions)
                Add(row, StateOf(kind, action), action.Label);
            if (row.Count > 0)
                rows.Add(row.ToImmutable());
            return;
        }

        var options = actions.Take(DiscordLimits.SelectOptions)
            .Select(action => (Action: action, Id: Encode(StateOf(kind, action))))
            .Where(option => option.Id is not null)
            .DistinctBy(option => option.Id)
            .Select(option => new SelectOption(PlainText.Shorten(option.Action.Label, DiscordLimits.SelectText), option.Id!, Beginning(option.Action)))
            .ToImmutableArray();
        if (options.IsEmpty)
            return;
        var menu = ComponentState.Of(ComponentKind.Menu, reply.Language, context.Owner) with { Page = rows.Count };
        rows.Add([new Select(codec.Encode(menu).Id!, placeholder, options)]);
    }

    /// <summary>Several buttons that say the same are numbered in the order of what they belong to.</summary>
    private static List<ReplyAction> Distinguish(List<ReplyAction> actions)
    {
        var seen = new Dictionary<string, int>();
        var repeated = actions.GroupBy(action => action.Label).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        return [.. actions.Select(action =>
        {
            if (!repeated.Contains(action.Label))
                return action;
            var number = seen[action.Label] = seen.GetValueOrDefault(action.Label) + 1;
            var mark = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            return action with { Label = PlainText.Shorten(action.Label, DiscordLimits.ButtonLabel - mark.Length) + mark };
        })];
    }

    /// <summary>The first words of the quote that an action belongs to.</summary>
    private string? Beginning(ReplyAction action) =>
        reply.Statements.FirstOrDefault(quote => action.Options.ContainsValue(quote.Statement.Id)) is { } quote
            ? PlainText.Shorten(quote.Text.ReplaceLineEndings(" "), DiscordLimits.SelectText)
            : null;

    private void AddClosing(ImmutableArray<ImmutableArray<Component>>.Builder rows)
    {
        var row = ImmutableArray.CreateBuilder<Component>();
        if (reply.Outcome == Outcome.Answered && reply.Statements.FirstOrDefault() is { } first && reply.Actions.All(action => action.Kind != ReplyActionKind.Confirm))
        {
            var report = ComponentState.Of(ComponentKind.Show, reply.Language, context.Owner) with
            {
                Command = CommandNames.Report,
                Options = ImmutableDictionary<string, string>.Empty.Add(OptionNames.Id, first.Statement.Id),
            };
            Add(row, report, texts.Report);
        }

        if (!context.Ephemeral && context.Owner != AnswerContext.Everybody)
            Add(row, ComponentState.Of(ComponentKind.Delete, reply.Language, context.Owner), texts.Delete);
        if (row.Count > 0)
            rows.Add(row.ToImmutable());
    }

    private ComponentState Turned(int page) =>
        new(ComponentKind.Turn, context.Question, reply.Language, context.Owner, page, context.Command, context.Options);

    private ComponentState StateOf(ComponentKind kind, ReplyAction action) =>
        new(kind, QuestionKind.Command, reply.Language, context.Owner, 0, action.Command, action.Options);

    private void Add(ImmutableArray<Component>.Builder row, ComponentState state, string label, ButtonStyle style = ButtonStyle.Secondary)
    {
        if (Encode(state) is { } id && taken.Add(id))
            row.Add(new Button(id, PlainText.Shorten(label, DiscordLimits.ButtonLabel), style));
    }

    private string? Encode(ComponentState state)
    {
        var (id, leans) = codec.Encode(state, asked);
        LeanOnText |= leans;
        return id;
    }
}

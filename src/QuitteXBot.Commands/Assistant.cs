using System.Collections.Immutable;
using QuitteXBot.Commands.Completion;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Handlers;
using QuitteXBot.Commands.Handlers.Maintenance;
using QuitteXBot.Commands.Handlers.Moderation;
using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Questions;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Commands.Text;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Commands;

/// <summary>Text or request → permission → handler → reply, over one view of what is known. Thread-safe.</summary>
public sealed class Assistant(IKnowledgeSource knowledgeSource, ISnippeter snippeter, TimeProvider clock, ModerationDesk? desk = null) : IAssistant
{
    private readonly ImmutableArray<ICommandHandler> _handlers =
    [
        new WhyHandler(), new WhereHandler(), new WhenHandler(), new WhoHandler(), new ReasonsHandler(), new CompareHandler(),
        new SearchHandler(snippeter), new QuoteHandler(), new SourceHandler(), new HelpHandler(), new AboutHandler(), new PrivacyHandler(),
        new StatementAddHandler(), new StatementEditHandler(), new StatementStatusHandler(withdraws: true), new StatementStatusHandler(withdraws: false),
        new HistoryHandler(CommandNames.StatementHistory), new HistoryHandler(CommandNames.OrganisationHistory), new ConfirmHandler(), new CancelHandler(),
        new UndoHandler(), new DepartureSetHandler(), new DepartureWithdrawHandler(), new OrganisationMergeHandler(), new OrganisationAliasHandler(),
        new SuggestHandler(ReviewKind.Suggestion), new SuggestHandler(ReviewKind.Report), new ReviewHandler(), new ReviewAcceptHandler(edits: false),
        new ReviewAcceptHandler(edits: true), new ReviewRejectHandler(), new AnnounceHereHandler(), new AnnounceOffHandler(), new AnnounceStatusHandler(),
        new SourceAddHandler(), new EraseHandler(),
        new StatusHandler(), new WorkHandler(CommandNames.Reindex), new WorkHandler(CommandNames.SourceCheck), new ExportHandler(), new ImportHandler(), new BackupHandler(),
    ];

    public async Task<Reply> AskAsync(string text, Asker asker, Language? language, CancellationToken cancellationToken)
    {
        var known = language ?? LanguageReader.OfLocale(asker.Locale);
        if (text.Length <= FieldTextReader.MaximumLength && FieldTextReader.Read(text) is { } fields)
        {
            var inFields = known ?? (fields.NamedInFrench ? Language.French : Language.English);
            return await ExecuteAsync(new CommandRequest(fields.Definition.Name, fields.Options, asker, inFields), cancellationToken).ConfigureAwait(false);
        }

        if (text.Length > UserText.MaximumLength)
        {
            var texts = Texts.In(known ?? Language.French);
            return Abstentions.Invalid(string.Empty, texts, texts[TextKeys.TooLong], texts.With(TextKeys.TooLongMend, UserText.MaximumLength));
        }

        var clean = UserText.Clean(text);
        if (clean.Length == 0)
        {
            var texts = Texts.In(known ?? Language.French);
            return Abstentions.Invalid(string.Empty, texts, texts[TextKeys.EmptyQuestion], texts[TextKeys.OutOfScopeMend]);
        }

        using var knowledge = await knowledgeSource.OpenAsync(cancellationToken).ConfigureAwait(false);
        return TypedTextReader.Read(clean) switch
        {
            TypedCommand command => await RunAsync(command, asker, known, knowledge, cancellationToken).ConfigureAwait(false),
            UnknownCommand unknown => Unknown(unknown, Texts.In(known ?? Language.French)),
            UnknownOption unknown => Refuse(unknown, known, knowledge),
            FreeQuestion question => await RunAsync(question, asker, known, knowledge, cancellationToken).ConfigureAwait(false),
            _ => throw new InvalidOperationException("A kind of typed text is not handled."),
        };
    }

    public async Task<Reply> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        using var knowledge = await knowledgeSource.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await ExecuteAsync(request, knowledge, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ImmutableArray<OptionChoice>> CompleteAsync(
        string command, string option, string typed, Language language, CancellationToken cancellationToken)
    {
        if (typed.Length > UserText.MaximumLength)
            return [];
        var definition = CommandCatalogue.Find(command)?.Options.FirstOrDefault(candidate => candidate.Name == option);
        if (definition is null)
            return [];
        using var knowledge = await knowledgeSource.OpenAsync(cancellationToken).ConfigureAwait(false);
        var completer = new OptionCompleter(knowledge, Texts.In(language));
        return await completer.CompleteAsync(definition, UserText.Clean(typed), cancellationToken).ConfigureAwait(false);
    }

    private async Task<Reply> RunAsync(TypedCommand command, Asker asker, Language? known, IKnowledge knowledge, CancellationToken cancellationToken)
    {
        // The English names are the canonical ones and tell nothing of who types them; a French name does.
        var language = known ?? (command.NamedInFrench ? Language.French : LanguageDetector.Detect(command.Rest) ?? Language.French);
        var options = new CommandBinder(knowledge, Today).Bind(command);
        if (options is null)
        {
            var texts = Texts.In(language);
            return Abstentions.Invalid(command.Definition.Name, texts, texts[TextKeys.NotUnderstood], texts.With(
                TextKeys.ForExample, command.Definition.Example.In(language)));
        }

        return await ExecuteAsync(new CommandRequest(command.Definition.Name, options, asker, language), knowledge, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Reply> RunAsync(FreeQuestion question, Asker asker, Language? known, IKnowledge knowledge, CancellationToken cancellationToken)
    {
        var language = known ?? LanguageDetector.Detect(question.Text) ?? Language.French;
        var texts = Texts.In(language);
        return new QuestionMapper(knowledge, Today).Map(question.Text) switch
        {
            MappedCommand mapped => await ExecuteAsync(
                new CommandRequest(mapped.Command, mapped.Options, asker, language), knowledge, cancellationToken).ConfigureAwait(false),
            OrganisationMissing missing => Abstentions.Invalid(missing.Command, texts, texts[TextKeys.WhichOrganisation], texts.With(
                TextKeys.ForExample, CommandCatalogue.Find(missing.Command)!.Example.In(language))),
            _ => Abstentions.OutOfScope(texts),
        };
    }

    private async Task<Reply> ExecuteAsync(CommandRequest request, IKnowledge knowledge, CancellationToken cancellationToken)
    {
        var language = LanguageReader.Find(request.Option(OptionNames.Language)) ?? request.Language;
        var texts = Texts.In(language);
        if (CommandCatalogue.Find(request.Command) is not { } definition)
            return Unknown(new UnknownCommand(CommandNameReader.Suggest(request.Command)), texts);
        if (definition.Permission > request.Asker.Permission)
            return Abstentions.Denied(definition, texts);
        var problem = new ArgumentReader(definition, knowledge, Today, texts).TryRead(request.Options, out var arguments);
        if (problem is not null)
            return Abstentions.Invalid(definition.Name, texts, problem.Title, problem.Mend);

        var handler = _handlers.First(candidate => candidate.Command == definition.Name);
        using var asOf = arguments.AsOf is { } day ? new AsOfKnowledge(knowledge, day) : null;
        var reply = await handler.HandleAsync(
            new Inquiry(definition, arguments, asOf ?? knowledge, texts, request.Asker, desk, Today), cancellationToken).ConfigureAwait(false);
        return AsOfReply.Of(reply, arguments.AsOf, texts) with { Private = arguments.IsPrivate ?? reply.Private };
    }

    private static Reply Refuse(UnknownOption unknown, Language? known, IKnowledge knowledge)
    {
        var texts = Texts.In(known ?? Language.French);
        var problem = new ArgumentReader(unknown.Definition, knowledge, default, texts).UnknownOption();
        return Abstentions.Invalid(unknown.Definition.Name, texts, problem.Title, problem.Mend);
    }

    private static Reply Unknown(UnknownCommand unknown, Texts texts)
    {
        var mend = unknown.Nearest is { } nearest
            ? texts.With(TextKeys.UnknownCommandNearest, "/" + (texts.Language == Language.French ? nearest.FrenchName : nearest.Name))
            : texts[TextKeys.UnknownCommandMend];
        return Abstentions.Invalid(string.Empty, texts, texts[TextKeys.UnknownCommand], mend);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}

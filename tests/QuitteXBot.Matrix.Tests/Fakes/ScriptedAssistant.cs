using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Matrix.Tests.Fakes;

/// <summary>
/// An assistant that knows three names, so that the platform can be tested without a store: <c>alpha</c> has a statement on each of three pages,
/// <c>beta</c> is ambiguous, <c>long</c> has many statements, <c>secret</c> is for the asker alone, <c>rights</c> tells what the asker may do. Everything else is unknown, and what names no command is out of scope.
/// </summary>
internal sealed class ScriptedAssistant : IAssistant
{
    public const int Pages = 3;

    /// <summary>Words as hostile as a source may have them.</summary>
    public static string QuoteOn(string name, int page) =>
        $"« {name} », page {page}\u00A0: <b>X</b> & l’*algorithme* _opaque_ ; @room\n> ceci n’est pas\tune citation\u202F! `code` \\ [lien](https://exemple.invalid)";

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<(string Text, Asker Asker)> Asked { get; } = new();

    /// <summary>Which commands came with their options apart, in order.</summary>
    public ConcurrentQueue<CommandRequest> Executed { get; } = new();

    /// <summary>What <c>work</c> goes through.</summary>
    public Channel<Reply> Work { get; } = Channel.CreateUnbounded<Reply>();

    public Task<Reply> AskAsync(string text, Asker asker, Language? language, CancellationToken cancellationToken)
    {
        Asked.Enqueue((text, asker));
        var isCommand = text is ['!' or '/', ..];
        var words = text.TrimStart('!', '/').Split(' ', 2, StringSplitOptions.TrimEntries);
        var name = words.Length > 1 ? words[1] : "";
        var french = words[0] is "pourquoi" or "aide";
        return Task.FromResult(words[0].ToLowerInvariant() switch
        {
            "why" or "pourquoi" => Why(name.TrimEnd('?', ' '), 1, french ? Language.French : Language.English),
            "statement" => Form(),
            "draft" => Preview("aperçu"),
            "undo" => Simple("undo", Outcome.Done, "fait", Language.French) with { Private = true },
            "work" => Simple("work", Outcome.Answered, "0 %", Language.French) with { Updates = Work.Reader.ReadAllAsync(cancellationToken) },
            "file" => Simple("file", Outcome.Answered, "fichier", Language.French) with { File = new ReplyFile("export.json", "application/json", "{}"u8.ToArray()) },
            "rights" => Simple("rights", Outcome.Answered, $"{asker.Permission}", Language.French),
            "help" or "aide" => Simple("help", Outcome.Answered, "!why, !help", french ? Language.French : Language.English),
            _ when isCommand => Simple("", Outcome.Invalid, "Commande inconnue", Language.French),
            _ => Simple("", Outcome.OutOfScope, "Hors sujet", Language.French),
        });
    }

    public Task<Reply> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        Executed.Enqueue(request);
        return Task.FromResult(request.Command switch
        {
            "confirm" => Simple("confirm", Outcome.Done, "enregistré", request.Language) with { Private = true },
            "cancel" => Simple("cancel", Outcome.Done, "abandonné", request.Language) with { Private = true },
            "statement add" => request.Option("part") is null ? Preview("aperçu rempli") : Form(),
            _ => Turn(request),
        });
    }

    private static Reply Turn(CommandRequest request) =>
        Why(request.Option("organisation")!, int.Parse(request.Option("page") ?? "1", System.Globalization.CultureInfo.InvariantCulture), request.Language);

    public Task<ImmutableArray<OptionChoice>> CompleteAsync(string command, string option, string typed, Language language, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<OptionChoice>>([]);

    public static QuoteView View(string text, string attribution = "Une personne, présidente", string? url = "https://journal.example/a?b=1&c=2") => new(
        new Statement { Id = "s1", Quote = new Quote("source", 0, text.Length, text, "", ""), Attribution = Attribution.Unstated },
        new Citation("source", "Le Journal", null, PartialDate.OfDay(new DateOnly(2025, 1, 20)), url),
        "Organisation",
        text,
        false,
        attribution,
        "Le Journal, 20 janvier 2025",
        ["Citation tronquée par la source."]);

    private static Reply Preview(string title) => Simple("statement add", Outcome.Preview, title, Language.French) with
    {
        Private = true,
        Actions =
        [
            new(ReplyActionKind.Confirm, "Confirmer", "confirm", Draft),
            new(ReplyActionKind.Cancel, "Abandonner", "cancel", Draft),
            new(ReplyActionKind.Step, "Modifier", "statement add", Draft.Add("part", "1")),
        ],
    };

    private static Reply Form() => Simple("statement add", Outcome.Form, "Une déclaration", Language.French) with
    {
        Private = true,
        Form = new ReplyForm("Une déclaration", "statement add", Draft, [new("organisation", "organisation", "L’organisation", null, null), new("quote", "citation", "La citation", null, null)]),
        Blocks = [new TextBlock("/declaration ajouter apercu:p1\norganisation : \ncitation : /why")],
    };

    private static ImmutableDictionary<string, string> Draft => ImmutableDictionary<string, string>.Empty.Add("draft", "p1");

    private static Reply Why(string name, int page, Language language) => name switch
    {
        "alpha" => Answered(name, page, language, [View(QuoteOn(name, page))]),
        "secret" => Answered(name, page, language, [View(QuoteOn(name, page))]) with { Private = true },
        "long" => Answered(name, page, language, [.. Enumerable.Range(1, 8).Select(i => View(QuoteOn(name, i)))]),
        "beta" => new Reply
        {
            Command = "why",
            Language = language,
            Outcome = Outcome.Ambiguous,
            Title = "« beta » : laquelle ?",
            Candidates = [Candidate("alpha"), Candidate("long")],
            Blocks = [new ListBlock([new("alpha"), new("long", "une autre")], Numbered: true)],
            Actions = [Action(ReplyActionKind.Choose, "alpha", 1), Action(ReplyActionKind.Choose, "long", 1)],
        },
        _ => Simple("why", Outcome.UnknownOrganisation, $"Inconnue : {name}", language),
    };

    private static Reply Answered(string name, int page, Language language, ImmutableArray<QuoteView> quotes) => new()
    {
        Command = "why",
        Language = language,
        Outcome = Outcome.Answered,
        Title = $"Pourquoi {name} quitte X",
        Blocks = [.. quotes.Select(quote => new QuoteBlock(quote)), new FactBlock("Plateformes", "Mastodon", "Le Journal", "https://journal.example/a")],
        Statements = quotes,
        Actions =
        [
            .. page > 1 ? [Action(ReplyActionKind.PreviousPage, name, page - 1)] : Array.Empty<ReplyAction>(),
            .. page < Pages ? [Action(ReplyActionKind.NextPage, name, page + 1)] : Array.Empty<ReplyAction>(),
        ],
    };

    private static ReplyAction Action(ReplyActionKind kind, string name, int page) => new(
        kind, kind.ToString(), "why", ImmutableDictionary<string, string>.Empty.Add("organisation", name).Add("page", $"{page}"));

    private static Organisation Candidate(string name) => new() { Id = $"other-{name}", Kind = OrganisationKind.Other, Name = name };

    private static Reply Simple(string command, Outcome outcome, string title, Language language) =>
        new() { Command = command, Language = language, Outcome = outcome, Title = title };
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;

namespace QuitteXBot.Discord.Tests;

/// <summary>Answers as the real one would, from one recorded statement, and keeps what it was asked.</summary>
internal sealed class FakeAssistant : IAssistant
{
    public const string Words = "Nous quittons ce réseau *parce que* la modération_y a disparu.";

    public static ImmutableArray<CommandDefinition> Definitions { get; } =
    [
        new()
        {
            Name = "why",
            FrenchName = "pourquoi",
            Summary = new("Pourquoi une organisation quitte X", "Why an organisation leaves X"),
            Example = new("/pourquoi meurthe-et-moselle", "/why meurthe-et-moselle"),
            Options =
            [
                Option("organisation", "organisation", OptionKind.Organisation, required: true),
                Option("reason", "raison", OptionKind.Reason),
                Option("page", "page", OptionKind.Page),
                Option("lang", "langue", OptionKind.Language),
                Option("visible", "visibilite", OptionKind.Visibility),
            ],
        },
        new()
        {
            Name = "search",
            FrenchName = "chercher",
            Summary = new("Cherche dans les déclarations", "Searches the statements"),
            Example = new("/chercher complot", "/search conspiracy"),
            Options = [Option("words", "mots", OptionKind.Text, required: true)],
        },
        new()
        {
            Name = "withdraw",
            FrenchName = "retirer",
            Permission = Commands.Permission.Moderator,
            Summary = new("Retire une déclaration", "Withdraws a statement"),
            Example = new("/retirer s1", "/withdraw s1"),
        },
    ];

    /// <summary>The commands that the bot offers.</summary>
    public ImmutableArray<CommandDefinition> Offered { get; init; } = Definitions;

    public ConcurrentQueue<CommandRequest> Requests { get; } = new();

    public ConcurrentQueue<(string Text, Asker Asker, Language? Language)> Questions { get; } = new();

    /// <summary>Runs before each answer: to wait, or to fail.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    public Func<CommandRequest, Reply> Answer { get; set; } = request => Replies.Of(Replies.Quote(Words)) with
    {
        Language = request.Language,
        Title = request.Language == Language.French ? "Pourquoi" : "Why",
        Actions = [Replies.Action(ReplyActionKind.InContext, "Dans son contexte", "source", ("id", "s1"))],
    };

    public async Task<Reply> AskAsync(string text, Asker asker, Language? language, CancellationToken cancellationToken)
    {
        Questions.Enqueue((text, asker, language));
        await Before(cancellationToken);
        return Answer(new CommandRequest("why", ImmutableDictionary<string, string>.Empty.Add("organisation", text), asker, language ?? Language.French));
    }

    public async Task<Reply> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        await Before(cancellationToken);
        return Answer(request);
    }

    public async Task<ImmutableArray<OptionChoice>> CompleteAsync(
        string command, string option, string typed, Language language, CancellationToken cancellationToken)
    {
        await Before(cancellationToken);
        return option switch
        {
            "organisation" when "département de meurthe-et-moselle".Contains(typed, StringComparison.OrdinalIgnoreCase) =>
                [new("Département de Meurthe-et-Moselle", "departement-54")],
            "reason" => language == Language.French ? [new("Haine", "hate"), new("Désinformation", "disinformation")] : [new("Hate", "hate"), new("Disinformation", "disinformation")],
            "lang" => [new("français", "fr"), new("English", "en")],
            "visible" => language == Language.French ? [new("moi", "me"), new("tout le monde", "everyone")] : [new("me", "me"), new("everyone", "everyone")],
            _ => [],
        };
    }

    private static OptionDefinition Option(string name, string french, OptionKind kind, bool required = false) => new()
    {
        Name = name,
        FrenchName = french,
        Kind = kind,
        Required = required,
        Summary = new($"Option {french}", $"Option {name}"),
    };
}

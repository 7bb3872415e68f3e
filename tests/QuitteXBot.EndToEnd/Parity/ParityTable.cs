using System.Globalization;

namespace QuitteXBot.EndToEnd.Parity;

/// <summary>One thing that is asked on every platform.</summary>
/// <param name="Typed">As it is typed, without the mark before a command.</param>
/// <param name="Command">The command's canonical name, or null for a free question.</param>
/// <param name="Options">The same options for a form: Discord has no typed commands.</param>
internal sealed record ParityRequest(string Typed, string? Command = null, params (string Name, object Value)[] Options)
{
    public string OnConsole => Command is null ? Typed : "/" + Typed;

    /// <summary>In a direct chat a free question stands alone.</summary>
    public string OnMatrix => Command is null ? Typed : "!" + Typed;

    /// <summary>A command is typed <c>name option:"value"</c>; <paramref name="french"/> is its French name, which is typed where it is given.</summary>
    public static ParityRequest Of(string command, string? french, params (string Name, object Value)[] options) => new(
        $"{french ?? command}{string.Concat(options.Select(option => string.Create(CultureInfo.InvariantCulture, $" {option.Name}:\"{option.Value}\"")))}", command, options);
}

/// <summary>The requests that every platform must answer alike, over the shipped seeds.</summary>
internal static class ParityTable
{
    public static IReadOnlyList<ParityRequest> Requests { get; } =
    [
        // Answered, in both languages.
        ParityRequest.Of("why", "pourquoi", ("organisation", "meurthe-et-moselle")),
        ParityRequest.Of("why", null, ("organisation", "grand est"), ("lang", "en")),
        ParityRequest.Of("why", null, ("organisation", "meurthe-et-moselle"), ("reason", "privacy")),
        ParityRequest.Of("where", "ou", ("organisation", "grand est")),
        ParityRequest.Of("when", null, ("organisation", "meurthe-et-moselle"), ("lang", "en")),
        // Nothing recorded, unknown, ambiguous.
        ParityRequest.Of("why", null, ("organisation", "moselle")),
        ParityRequest.Of("why", null, ("organisation", "toulouse"), ("lang", "en")),
        ParityRequest.Of("why", null, ("organisation", "zblorg")),
        ParityRequest.Of("why", null, ("organisation", "lorraine")),
        ParityRequest.Of("why", null, ("organisation", "bordeaux")),
        ParityRequest.Of("where", null, ("organisation", "bordeaux"), ("lang", "en")),
        // Not understood.
        ParityRequest.Of("why", null, ("organisation", "grand est"), ("reason", "zzz")),
        ParityRequest.Of("source", null, ("id", "zzz"), ("lang", "en")),
        ParityRequest.Of("who", "qui", ("page", 99)),
        // Lists, search, comparison, quotes, sources, and what the bot tells of itself.
        ParityRequest.Of("who", "qui"),
        ParityRequest.Of("who", null, ("platform", "bluesky"), ("page", 2), ("lang", "en")),
        ParityRequest.Of("reasons", "raisons"),
        ParityRequest.Of("compare", "comparer", ("first", "meurthe-et-moselle"), ("second", "grand est")),
        ParityRequest.Of("search", "chercher", ("words", "harcèlement")),
        ParityRequest.Of("search", null, ("words", "platform"), ("lang", "en")),
        ParityRequest.Of("quote", "citation", ("id", "sc4e9fd488d9a")),
        ParityRequest.Of("source", null, ("id", "sc4e9fd488d9a"), ("lang", "en")),
        ParityRequest.Of("source", null),
        ParityRequest.Of("help", "aide"),
        ParityRequest.Of("about", "apropos"),
        // Free questions, of ours and not.
        new("pourquoi la région grand est quitte X ?"),
        new("why did Meurthe-et-Moselle leave X?"),
        new("où suivre le grand est maintenant ?"),
        new("qui dénonce les théories du complot ?"),
        new("pourkoi la meurte et moselle est parti ?"),
        new("pourquoi bordeaux quitte X ?"),
        new("quelle heure est-il ?"),
    ];
}

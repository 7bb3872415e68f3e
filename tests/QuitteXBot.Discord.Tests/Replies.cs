using System.Collections.Immutable;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Discord.Tests;

/// <summary>Replies to render.</summary>
internal static class Replies
{
    public static QuoteView Quote(string text, string? url = "https://example.org/article", int number = 0) => new(
        new Statement
        {
            Id = StatementId.Of("source", number, number + text.Length),
            Quote = new Quote("source", number, number + text.Length, text, "", ""),
            Attribution = new Attribution("Chaynesse Khirouni", "présidente", "departement-54", "Département de Meurthe-et-Moselle", AttributionBasis.Stated),
        },
        new Citation("source", "La Semaine", null, PartialDate.OfDay(new DateOnly(2025, 1, 20)), url),
        "Département de Meurthe-et-Moselle",
        text,
        false,
        "Chaynesse Khirouni, présidente — Département de Meurthe-et-Moselle",
        "La Semaine, 20 janvier 2025",
        []);

    public static Reply Of(params QuoteView[] quotes) => new()
    {
        Command = "why",
        Language = Language.French,
        Outcome = Outcome.Answered,
        Title = "Pourquoi le Département de Meurthe-et-Moselle quitte X",
        Statements = [.. quotes],
        Blocks = [.. quotes.Select(quote => new QuoteBlock(quote))],
    };

    public static ReplyAction Action(ReplyActionKind kind, string label, string command, params (string Name, string Value)[] options) =>
        new(kind, label, command, options.ToImmutableDictionary(option => option.Name, option => option.Value));
}

using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Replies;

/// <summary>The names of outcomes, actions, bases and topics as JSON writes them.</summary>
internal static class ReplyNames
{
    public static string Name(this DepartureAction action) => action switch
    {
        DepartureAction.Suspends => "suspends",
        DepartureAction.Dormant => "dormant",
        DepartureAction.Deletes => "deletes",
        DepartureAction.Stays => "stays",
        DepartureAction.Returns => "returns",
        _ => "leaves",
    };

    public static string Name(this Outcome outcome) => outcome switch
    {
        Outcome.Form => "form",
        Outcome.Preview => "preview",
        Outcome.Done => "done",
        Outcome.Conflict => "conflict",
        Outcome.Answered => "answered",
        Outcome.NoStatement => "no-statement",
        Outcome.UnknownOrganisation => "unknown-organisation",
        Outcome.Ambiguous => "ambiguous",
        Outcome.OutOfScope => "out-of-scope",
        Outcome.Denied => "denied",
        _ => "invalid",
    };

    public static string Name(this AttributionBasis basis) => basis switch
    {
        AttributionBasis.Stated => "stated",
        AttributionBasis.Inferred => "inferred",
        _ => "unstated",
    };

    public static string Name(this StatementTopic topic) => topic switch
    {
        StatementTopic.Why => "why",
        StatementTopic.Next => "next",
        _ => "other",
    };

    public static string Name(this PageState state) => state switch
    {
        PageState.Changed => "changed",
        PageState.Gone => "gone",
        _ => "present",
    };
}

using QuitteXBot.Core.Departures;

namespace QuitteXBot.Commands.Replies;

/// <summary>The names of actions and outcomes as JSON writes them.</summary>
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
        Outcome.Answered => "answered",
        Outcome.NoStatement => "no-statement",
        Outcome.UnknownOrganisation => "unknown-organisation",
        Outcome.Ambiguous => "ambiguous",
        Outcome.OutOfScope => "out-of-scope",
        Outcome.Denied => "denied",
        _ => "invalid",
    };
}

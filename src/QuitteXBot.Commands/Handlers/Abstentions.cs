using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Handlers;

/// <summary>The answers to a name that does not tell one organisation. What was typed is never repeated.</summary>
internal static class Abstentions
{
    private const int MostCandidates = 10;

    /// <summary>The organisation that an option means, or the reply that says why none can be told.</summary>
    public static (Organisation? Organisation, Reply? Refusal) Resolve(Inquiry inquiry, string name, string option)
    {
        var names = inquiry.Knowledge.Names;
        if (names.Find(name) is { } known)
            return (known, null);
        var resolution = LabelledName.Resolve(names, name);
        return resolution.Outcome switch
        {
            ResolutionOutcome.Resolved => (resolution.Organisation, null),
            ResolutionOutcome.Ambiguous => (null, Ambiguous(inquiry, resolution.Candidates, option)),
            _ => (null, Unknown(inquiry, resolution.Candidates, option)),
        };
    }

    public static Reply OutOfScope(Texts texts) => new()
    {
        Command = string.Empty,
        Language = texts.Language,
        Outcome = Outcome.OutOfScope,
        Title = texts[TextKeys.OutOfScope],
        Blocks = [new TextBlock(texts[TextKeys.OutOfScopeMend])],
    };

    public static Reply Invalid(string command, Texts texts, string title, string mend) => new()
    {
        Command = command,
        Language = texts.Language,
        Outcome = Outcome.Invalid,
        Title = title,
        Blocks = [new TextBlock(mend)],
        Private = true,
    };

    public static Reply Denied(CommandDefinition command, Texts texts) => new()
    {
        Command = command.Name,
        Language = texts.Language,
        Outcome = Outcome.Denied,
        Title = texts[TextKeys.Denied],
        Blocks = [new TextBlock(texts[command.Permission == Permission.Maintainer ? TextKeys.DeniedMaintainer : TextKeys.DeniedModerator])],
        Private = true,
    };

    private static Reply Ambiguous(Inquiry inquiry, ImmutableArray<Organisation> candidates, string option) =>
        inquiry.Reply(Outcome.Ambiguous, inquiry.Texts[TextKeys.Ambiguous]) with
        {
            Candidates = candidates,
            Blocks = candidates.Length > MostCandidates
                ? [List(inquiry, candidates, numbered: true), new TextBlock(inquiry.Texts.Count(TextKeys.MoreCandidates, candidates.Length - MostCandidates))]
                : [List(inquiry, candidates, numbered: true)],
            Actions = Choices(inquiry, candidates, option),
        };

    private static Reply Unknown(Inquiry inquiry, ImmutableArray<Organisation> candidates, string option) =>
        inquiry.Reply(Outcome.UnknownOrganisation, inquiry.Texts[TextKeys.UnknownOrganisation]) with
        {
            Candidates = candidates,
            Blocks = candidates.IsEmpty
                ? [new TextBlock(inquiry.Texts[TextKeys.UnknownOrganisationMend])]
                : [new TextBlock(inquiry.Texts[TextKeys.NearestNames]), List(inquiry, candidates, numbered: true)],
            Actions = Choices(inquiry, candidates, option),
        };

    private static ListBlock List(Inquiry inquiry, ImmutableArray<Organisation> candidates, bool numbered) =>
        new([.. candidates.Take(MostCandidates).Select(candidate => Item(inquiry, candidate))], numbered);

    private static ReplyListItem Item(Inquiry inquiry, Organisation candidate) =>
        new(candidate.Name, OrganisationWords.Distinction(candidate, inquiry.Knowledge.Names, inquiry.Texts));

    private static ImmutableArray<ReplyAction> Choices(Inquiry inquiry, ImmutableArray<Organisation> candidates, string option) =>
    [
        .. candidates.Take(MostCandidates).Select(candidate => new ReplyAction(
            ReplyActionKind.Choose,
            ActionLabels.Fit(LabelledName.Of(candidate, inquiry.Knowledge.Names, inquiry.Texts)),
            inquiry.Definition.Name,
            inquiry.With(option, candidate.Id))),
    ];
}

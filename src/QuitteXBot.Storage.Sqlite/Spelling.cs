using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Storage.Sqlite;

/// <summary>How the tables write what the code has as enumerations.</summary>
internal static class Spelling
{
    public static string Of(StatementTopic topic) => topic switch
    {
        StatementTopic.Why => "why",
        StatementTopic.Next => "next",
        _ => "other",
    };

    public static StatementTopic Topic(string text) => text switch
    {
        "why" => StatementTopic.Why,
        "next" => StatementTopic.Next,
        _ => StatementTopic.Other,
    };

    public static string Of(StatementStatus status) => status switch
    {
        StatementStatus.Published => "published",
        StatementStatus.Withdrawn => "withdrawn",
        _ => "draft",
    };

    public static StatementStatus Status(string text) => text switch
    {
        "published" => StatementStatus.Published,
        "withdrawn" => StatementStatus.Withdrawn,
        _ => StatementStatus.Draft,
    };

    public static string Of(AttributionBasis basis) => basis switch
    {
        AttributionBasis.Stated => "stated",
        AttributionBasis.Inferred => "inferred",
        _ => "unstated",
    };

    public static AttributionBasis Basis(string text) => text switch
    {
        "stated" => AttributionBasis.Stated,
        "inferred" => AttributionBasis.Inferred,
        _ => AttributionBasis.Unstated,
    };

    public static string Of(DepartureAction action) => action switch
    {
        DepartureAction.Suspends => "suspends",
        DepartureAction.Dormant => "dormant",
        DepartureAction.Deletes => "deletes",
        DepartureAction.Stays => "stays",
        DepartureAction.Returns => "returns",
        _ => "leaves",
    };

    public static DepartureAction Action(string text) => text switch
    {
        "suspends" => DepartureAction.Suspends,
        "dormant" => DepartureAction.Dormant,
        "deletes" => DepartureAction.Deletes,
        "stays" => DepartureAction.Stays,
        "returns" => DepartureAction.Returns,
        _ => DepartureAction.Leaves,
    };

    public static string Of(ReviewKind kind) => kind switch
    {
        ReviewKind.Report => "report",
        ReviewKind.Approval => "approval",
        _ => "suggestion",
    };

    public static ReviewKind Kind(string text) => text switch
    {
        "report" => ReviewKind.Report,
        "approval" => ReviewKind.Approval,
        _ => ReviewKind.Suggestion,
    };

    public static string Of(ReviewStatus status) => status switch
    {
        ReviewStatus.Accepted => "accepted",
        ReviewStatus.Rejected => "rejected",
        _ => "open",
    };

    public static ReviewStatus Decision(string text) => text switch
    {
        "accepted" => ReviewStatus.Accepted,
        "rejected" => ReviewStatus.Rejected,
        _ => ReviewStatus.Open,
    };

    public static string Of(OutboxOperation operation) => operation switch
    {
        OutboxOperation.Edit => "edit",
        OutboxOperation.Notice => "notice",
        _ => "send",
    };

    public static OutboxOperation Operation(string text) => text switch
    {
        "edit" => OutboxOperation.Edit,
        "notice" => OutboxOperation.Notice,
        _ => OutboxOperation.Send,
    };

    public static string Of(PageState state) => state switch
    {
        PageState.Changed => "changed",
        PageState.Gone => "gone",
        _ => "present",
    };

    public static PageState State(string text) => text switch
    {
        "changed" => PageState.Changed,
        "gone" => PageState.Gone,
        _ => PageState.Present,
    };
}

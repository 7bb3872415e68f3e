using QuitteXBot.Core.Statements;

namespace QuitteXBot.Ingestion.Topics;

/// <param name="Rule">Which rule gave the topic: <c>not-leaving</c>, <c>motive</c>, <c>next</c>, <c>neither</c>.</param>
/// <param name="Words">The words of the quote that showed it; empty where none did.</param>
public sealed record QuoteTopic(StatementTopic Topic, string Rule, string Words);

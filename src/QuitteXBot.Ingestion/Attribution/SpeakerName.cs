using QuitteXBot.Core.Extraction;

namespace QuitteXBot.Ingestion.Attribution;

/// <summary>Who speaks, in one string: what <c>extract --json</c> writes as <c>speaker</c>.</summary>
public static class SpeakerName
{
    /// <summary>Rule of the evidence whose words are the organisation's name as the text has it.</summary>
    public const string NamedAs = "named-as";

    /// <summary>The person; else the function of one who is not named; else the organisation in the text's words; null where nobody is known.</summary>
    public static string? Of(ExtractedQuote quote) =>
        quote.Attribution.Speaker
        ?? quote.Attribution.Role
        ?? quote.Evidence.FirstOrDefault(evidence => evidence is { Field: "organisation", Rule: NamedAs })?.Words
        ?? quote.Attribution.OrganisationName;
}

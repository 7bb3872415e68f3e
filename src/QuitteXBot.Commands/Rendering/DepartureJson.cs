using System.Text.Json;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Departures;

namespace QuitteXBot.Commands.Rendering;

/// <summary>A departure in the JSON of <c>ask --json</c>: <c>citation</c> is the best report's, and <c>facts</c> tells for each fact where it is read.</summary>
internal static class DepartureJson
{
    public static void Write(Utf8JsonWriter writer, DepartureView view)
    {
        var departure = view.Departure;
        writer.WriteStartObject();
        writer.WriteString("organisation", view.Name);
        writer.WriteString("organisationId", view.Organisation?.Id);
        writer.WriteString("person", departure.Person);
        writer.WriteString("action", departure.Action.Name());
        writer.WriteString("announced", departure.Announced?.Value.ToString());
        writer.WriteString("effective", departure.Effective?.Value.ToString());
        writer.WriteString("observed", departure.Observed?.Value.ToString());
        ReplyJson.WriteStrings(writer, "platformsKept", departure.PlatformsKept.Select(fact => fact.Value));
        ReplyJson.WriteStrings(writer, "platformsJoined", departure.PlatformsJoined.Select(fact => fact.Value));
        writer.WritePropertyName("citation");
        ReplyJson.Write(writer, departure.Evidence[0].Citation);
        WriteFacts(writer, departure);
        writer.WriteStartArray("sources");
        foreach (var report in departure.Evidence)
            ReplyJson.Write(writer, report.Citation);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter writer, Departure departure)
    {
        writer.WriteStartArray("facts");
        WriteDate(writer, "announced", departure.Announced);
        WriteDate(writer, "effective", departure.Effective);
        WriteDate(writer, "observed", departure.Observed);
        foreach (var kept in departure.PlatformsKept)
            WriteFact(writer, "platformKept", kept);
        foreach (var joined in departure.PlatformsJoined)
            WriteFact(writer, "platformJoined", joined);
        writer.WriteEndArray();
    }

    private static void WriteDate(Utf8JsonWriter writer, string name, CitedFact<PartialDate>? date)
    {
        if (date is not null)
            WriteFact(writer, name, new CitedFact<string>(date.Value.ToString(), date.Citation));
    }

    private static void WriteFact(Utf8JsonWriter writer, string name, CitedFact<string> fact)
    {
        writer.WriteStartObject();
        writer.WriteString("fact", name);
        writer.WriteString("value", fact.Value);
        writer.WritePropertyName("citation");
        ReplyJson.Write(writer, fact.Citation);
        writer.WriteEndObject();
    }
}

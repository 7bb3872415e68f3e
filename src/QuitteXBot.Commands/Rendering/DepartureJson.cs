using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Departures;

namespace QuitteXBot.Commands.Rendering;

/// <summary>A departure in the JSON of <c>ask --json</c>: <c>citation</c> is the best report's, and <c>facts</c> tells for each fact where it is read.</summary>
internal static class DepartureJson
{
    public static void Write(JsonText json, DepartureView view)
    {
        var departure = view.Departure;
        json.StartObject()
            .Property("organisation", departure.Person is null ? view.Name : null)
            .Property("organisationId", view.Organisation?.Id)
            .Property("person", departure.Person)
            .Property("action", departure.Action.Name())
            .Property("announced", departure.Announced?.Value.ToString())
            .Property("effective", departure.Effective?.Value.ToString())
            .Property("observed", departure.Observed?.Value.ToString())
            .Property("platformsKept", departure.PlatformsKept.Select(fact => fact.Value))
            .Property("platformsJoined", departure.PlatformsJoined.Select(fact => fact.Value))
            .Name("citation");
        ReplyJson.Write(json, departure.Evidence[0].Citation);
        WriteFacts(json, departure);
        json.Name("sources").StartArray();
        foreach (var report in departure.Evidence)
            ReplyJson.Write(json, report.Citation);
        json.EndArray().EndObject();
    }

    private static void WriteFacts(JsonText json, Departure departure)
    {
        json.Name("facts").StartArray();
        WriteDate(json, "announced", departure.Announced);
        WriteDate(json, "effective", departure.Effective);
        WriteDate(json, "observed", departure.Observed);
        foreach (var kept in departure.PlatformsKept)
            WriteFact(json, "platformKept", kept);
        foreach (var joined in departure.PlatformsJoined)
            WriteFact(json, "platformJoined", joined);
        foreach (var report in departure.Evidence)
        {
            if (report.Note is { } note)
                WriteFact(json, "note", new CitedFact<string>(note, report.Citation));
        }

        json.EndArray();
    }

    private static void WriteDate(JsonText json, string name, CitedFact<PartialDate>? date)
    {
        if (date is not null)
            WriteFact(json, name, new CitedFact<string>(date.Value.ToString(), date.Citation));
    }

    private static void WriteFact(JsonText json, string name, CitedFact<string> fact)
    {
        json.StartObject().Property("fact", name).Property("value", fact.Value).Name("citation");
        ReplyJson.Write(json, fact.Citation);
        json.EndObject();
    }
}

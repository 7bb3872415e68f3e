using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Values;

namespace QuitteXBot.Commands.Handlers;

/// <summary>Filters as the bot understood them, in its own words: what was typed is never repeated.</summary>
internal static class FilterWords
{
    /// <summary>«université · Bretagne · Bluesky», or null where nothing is filtered.</summary>
    public static string? Of(Arguments arguments, Texts texts)
    {
        var filters = new List<string>();
        if (arguments.Kind is { } kind)
            filters.Add(texts.Kind(kind));
        if (arguments.Place is { } place)
            filters.Add(texts.Place(place));
        if (arguments.Platform is { } platform)
            filters.Add(platform.Name);
        if (arguments.Reason is { } reason)
            filters.Add(texts.Reason(reason));
        if (arguments.Period is { } period)
            filters.Add(texts.Period(period));
        return filters.Count == 0 ? null : string.Join(" · ", filters);
    }
}

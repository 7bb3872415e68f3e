using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Dates;

namespace QuitteXBot.Commands.Handlers;

/// <summary>Says as of which day a reply holds, and lets its follow-ups ask as of the same day.</summary>
internal static class AsOfReply
{
    public static Reply Of(Reply reply, DateOnly? day, Texts texts) => day is not { } then ? reply : reply with
    {
        AsOf = day,
        Title = reply.Outcome is Outcome.Answered or Outcome.NoStatement
            ? texts.With(TextKeys.TitleAsOf, reply.Title, texts.Date(PartialDate.OfDay(then)))
            : reply.Title,
        Actions = [.. reply.Actions.Select(action => Takes(action.Command) ? action with { Options = With(action.Options, then) } : action)],
    };

    private static bool Takes(string command) => CommandCatalogue.Find(command)?.Options.Any(option => option.Name == OptionNames.AsOf) == true;

    private static ImmutableDictionary<string, string> With(ImmutableDictionary<string, string> options, DateOnly day) =>
        options.SetItem(OptionNames.AsOf, day.ToString("O", CultureInfo.InvariantCulture));
}

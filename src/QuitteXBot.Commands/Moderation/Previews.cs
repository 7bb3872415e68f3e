using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Moderation;

/// <summary>What every preview offers.</summary>
internal static class Previews
{
    public static ImmutableArray<ReplyAction> Actions(Texts texts, string draft)
    {
        var options = ImmutableDictionary<string, string>.Empty.Add(OptionNames.Draft, draft);
        return
        [
            new ReplyAction(ReplyActionKind.Confirm, texts[TextKeys.ConfirmLabel], CommandNames.Confirm, options),
            new ReplyAction(ReplyActionKind.Cancel, texts[TextKeys.CancelLabel], CommandNames.Cancel, options),
        ];
    }
}

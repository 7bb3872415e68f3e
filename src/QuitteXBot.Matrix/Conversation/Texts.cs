using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>What the bot says of its own accord. Nobody's language is known then, so it says both.</summary>
internal static class Texts
{
    public static Reply Greeting(string prefix, bool isPrivate) => Own(
        "Bonjour\u202F! Hello!",
        $"Je dis pourquoi des organisations quittent X (ex-Twitter), avec leurs propres mots et la source. Essayez {prefix}pourquoi meurthe-et-moselle, ou {prefix}aide."
            + (isPrivate ? " Ici, une question suffit, sans préfixe." : " Vous pouvez aussi me mentionner avec une question."),
        $"I tell why organisations leave X (formerly Twitter), in their own words and with the source. Try {prefix}why meurthe-et-moselle, or {prefix}help."
            + (isPrivate ? " Here a question is enough, without a prefix." : " You can also mention me with a question."));

    public static Reply Encrypted(string userId) => Own(
        "Salon chiffré · Encrypted room",
        $"Je ne peux pas lire les salons chiffrés et je n’y écrirai rien d’autre. Pour m’interroger\u00A0: un salon ou une discussion sans chiffrement où vous invitez {userId}.",
        $"I cannot read encrypted rooms and will not write anything else here. To ask me: a room or a direct chat without encryption, to which you invite {userId}.");

    public static Reply Spent { get; } = Own(
        "Un instant\u202F! · One moment!",
        "Trop de questions à la fois\u00A0: je ne réponds plus pendant un court moment.",
        "Too many questions at once: I will not answer for a short while.");

    /// <summary>In place of an answer that is for the asker alone: in a room everybody would read it.</summary>
    public static Reply AskPrivately(Reply withheld)
    {
        var texts = Commands.Localisation.Texts.In(withheld.Language);
        return new()
        {
            Command = withheld.Command,
            Language = withheld.Language,
            Outcome = withheld.Outcome,
            Title = texts[TextKeys.AskPrivately],
            Blocks = [new TextBlock(texts[TextKeys.AskPrivatelyMend])],
        };
    }

    /// <summary>In the room that was asked in, when the answer is in the direct chat.</summary>
    public static Reply AnsweredPrivately(Reply answered) => new()
    {
        Command = answered.Command,
        Language = answered.Language,
        Outcome = answered.Outcome,
        Title = answered.Language == Language.French ? "Je vous réponds dans notre discussion directe." : "I answer you in our direct chat.",
    };

    public static Reply FileNotRead(bool isTooLarge, int megabytes) => Own(
        "Fichier non lu · File not read",
        isTooLarge ? $"Le fichier dépasse {megabytes} Mo." : "Le serveur ne donne pas ce fichier. Envoyez-le de nouveau.",
        isTooLarge ? $"The file is larger than {megabytes} MB." : "The homeserver does not hand the file out. Send it again.") with { Outcome = Outcome.Invalid };

    private static Reply Own(string title, string french, string english) => new()
    {
        Command = "",
        Language = Language.French,
        Outcome = Outcome.Answered,
        Title = title,
        Blocks = [new TextBlock(french), new TextBlock(english)],
    };
}

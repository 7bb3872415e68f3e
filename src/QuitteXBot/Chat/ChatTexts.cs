using QuitteXBot.Commands.Definitions;

namespace QuitteXBot.Chat;

/// <summary>What the console says of its own.</summary>
internal static class ChatTexts
{
    public static LocalisedText Greeting { get; } = new(
        "QuitteXBot. Posez une question, par exemple\u00a0: pourquoi la Meurthe-et-Moselle quitte X\u202f? /aide liste les commandes, /quitter termine.",
        "QuitteXBot. Ask a question, for example: why did Meurthe-et-Moselle leave X? /help lists the commands, /quit ends.");

    public static LocalisedText More { get; } = new("— Entrée\u00a0: la suite\u00a0; q\u00a0: fin —", "— Enter: more; q: end —");
}

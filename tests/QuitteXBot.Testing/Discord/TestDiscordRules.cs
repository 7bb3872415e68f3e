using System.Text.Json.Nodes;

namespace QuitteXBot.Testing.Discord;

/// <summary>The rules of the Discord for tests, for messages that are not sent.</summary>
public static class TestDiscordRules
{
    private const int FlagsOfAnswers = (1 << 2) | (1 << 6);

    /// <summary>Throws, with what is wrong, where Discord would refuse the message.</summary>
    public static void Check(JsonObject message)
    {
        try
        {
            MessageRules.Check(message, isEdit: false, FlagsOfAnswers);
        }
        catch (ApiError error)
        {
            throw new InvalidOperationException(error.Body.ToJsonString());
        }
    }

    /// <summary>Whether a message allows no mention at all: of no kind, of nobody by number, and not of the one replied to.</summary>
    public static bool MentionsNobody(JsonNode message) =>
        message["allowed_mentions"] is JsonObject allowed
        && allowed["parse"] is JsonArray { Count: 0 }
        && allowed["replied_user"]?.GetValue<bool>() == false
        && (allowed["users"] as JsonArray ?? []).Count == 0
        && (allowed["roles"] as JsonArray ?? []).Count == 0;

    /// <summary>Throws, with what is wrong, where Discord would refuse the command.</summary>
    public static void CheckCommand(JsonObject command)
    {
        try
        {
            CommandRules.Check(command);
        }
        catch (ApiError error)
        {
            throw new InvalidOperationException(error.Body.ToJsonString());
        }
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace QuitteXBot.Testing.Discord;

/// <summary>Answers to interactions: the first one, edits of it, and follow-ups, with their deadlines.</summary>
internal sealed class InteractionRoutes(TestDiscord discord)
{
    private const int Ephemeral = MessageRules.EphemeralFlag;
    private const int AllowedFlags = (1 << 2) | Ephemeral | (1 << 12) | (1 << 13) | (1 << 15);

    public (int Status, JsonNode? Answer) Do(HttpRequest request, string method, string[] parts, JsonNode? body, bool hasFiles)
    {
        switch (method, parts)
        {
            case ("POST", ["interactions", var id, var token, "callback"]):
                var interaction = discord.World.FindInteraction(token, 10062, "Unknown interaction");
                if (interaction.Id != id)
                    throw ApiError.NotFound(10062, "Unknown interaction");
                interaction.Arrived(request.ContentLength ?? 0);
                Respond(interaction, RestRoutes.Object(body), hasFiles);
                return request.Query["with_response"].ToString() is "true" or "1" or "True" ? (200, Described(interaction)) : (204, null);
            case (_, ["webhooks", var application, var token, ..]) when application == discord.ApplicationId:
                return Webhook(method, parts[3..], discord.World.FindInteraction(token, 10015, "Unknown Webhook"), body, hasFiles);
            default:
                throw ApiError.NotFound(10015, "Unknown Webhook");
        }
    }

    /// <summary>Takes a first answer, however it came.</summary>
    public void Respond(TestInteraction interaction, JsonObject response, bool hasFiles = false)
    {
        var now = discord.Time.GetUtcNow();

        // Before anything of it is looked at: a body that is only read costs nothing to copy.
        var copy = (JsonObject)response.DeepClone();
        lock (interaction)
        {
            if (interaction.Acknowledged > 0)
            {
                interaction.RefusedAgain++;
                throw new ApiError(400, 40060, "Interaction has already been acknowledged.");
            }

            if (now - interaction.CreatedAt > discord.Options.FirstAnswer)
                throw ApiError.NotFound(10062, "Unknown interaction");
            Check(interaction, response, hasFiles);
            var data = response["data"] as JsonObject ?? [];
            switch (response["type"]!.GetValue<int>())
            {
                case 4:
                    interaction.OriginalId = Post(interaction, data);
                    break;
                case 5:
                    interaction.OriginalId = Post(interaction, new JsonObject { ["content"] = "", ["flags"] = 128 | (ComponentRules.Number(data["flags"]) ?? 0) });
                    break;
                case 6:
                    interaction.OriginalId = interaction.SourceMessageId;
                    break;
                case 7:
                    interaction.OriginalId = interaction.SourceMessageId;
                    discord.World.EditMessage(interaction.SourceMessageId!, data);
                    break;
                case 9:
                    discord.World.OpenForm(data);
                    break;
            }

            interaction.Answer(copy, now);
        }
    }

    private static void Check(TestInteraction interaction, JsonObject response, bool hasFiles)
    {
        var type = ComponentRules.Number(response["type"]);
        var allowed = interaction.Type switch
        {
            2 => type is 4 or 5 or 9,
            3 => type is 4 or 5 or 6 or 7 or 9,
            4 => type is 8,
            5 => type is 4 or 5 || (type is 6 or 7 && interaction.SourceMessageId is not null),
            _ => false,
        };
        var errors = new FormErrors();
        errors.Require("type", allowed, "is not possible for this interaction");
        errors.ThrowIfAny();
        var data = response["data"] as JsonObject ?? [];
        switch (type)
        {
            case 4 or 7:
                MessageRules.Check(data, isEdit: type == 7, AllowedFlags, hasFiles);
                break;
            case 5:
                errors.Require("data.flags", ((ComponentRules.Number(data["flags"]) ?? 0) & ~Ephemeral) == 0, "flag cannot be set here");
                errors.ThrowIfAny();
                break;
            case 8:
                CheckChoices(data, errors);
                break;
            case 9:
                ComponentRules.CheckModal(data);
                break;
        }
    }

    private static void CheckChoices(JsonObject data, FormErrors errors)
    {
        var choices = data["choices"] as JsonArray ?? throw new ApiError(400, 50035, "Invalid Form Body");
        errors.Require("data.choices", choices.Count <= 25, "Must be 25 or fewer in length.");
        for (var i = 0; i < choices.Count; i++)
        {
            errors.Length($"data.choices.{i}.name", MessageRules.Text(choices[i]?["name"]), 1, 100);
            if (MessageRules.Text(choices[i]?["value"]) is { } text)
                errors.Length($"data.choices.{i}.value", text, 1, 100);
            else
                errors.Require($"data.choices.{i}.value", choices[i]?["value"] is not null, "This field is required");
        }

        errors.ThrowIfAny();
    }

    private (int Status, JsonNode? Answer) Webhook(string method, string[] rest, TestInteraction interaction, JsonNode? body, bool hasFiles)
    {
        lock (interaction)
        {
            if (interaction.Acknowledged == 0)
                throw ApiError.NotFound(10015, "Unknown Webhook");
            switch (method, rest)
            {
                case ("POST", []):
                    return (200, FollowUp(interaction, RestRoutes.Object(body), hasFiles));
                case ("GET", ["messages", var id]):
                    return (200, discord.World.FindMessage(Resolve(interaction, id)) ?? throw ApiError.NotFound(10008, "Unknown Message"));
                case ("PATCH", ["messages", var id]):
                    MessageRules.Check(RestRoutes.Object(body), isEdit: true, AllowedFlags, hasFiles);
                    var edited = discord.World.EditMessage(Resolve(interaction, id), RestRoutes.Object(body));
                    interaction.Edited(edited);
                    return (200, edited);
                case ("DELETE", ["messages", var id]):
                    discord.World.DeleteMessage(Resolve(interaction, id));
                    interaction.OriginalDeleted |= id == "@original";
                    return (204, null);
                default:
                    throw new ApiError(405, 0, "405: Method Not Allowed");
            }
        }
    }

    private JsonObject FollowUp(TestInteraction interaction, JsonObject body, bool hasFiles)
    {
        MessageRules.Check(body, isEdit: false, AllowedFlags, hasFiles);
        var message = discord.World.FindMessage(Post(interaction, body))!;
        interaction.FollowUps.Add(message);
        return message;
    }

    private static string Resolve(TestInteraction interaction, string id) =>
        id == "@original" ? interaction.OriginalId ?? throw ApiError.NotFound(10008, "Unknown Message") : id;

    private string Post(TestInteraction interaction, JsonObject data)
    {
        var message = Payloads.Message(discord.Ids.Next(), interaction.ChannelId, discord.World.Bot, data, discord.Time.GetUtcNow());
        message["webhook_id"] = discord.ApplicationId;
        message["application_id"] = discord.ApplicationId;
        message["interaction_metadata"] = new JsonObject
        {
            ["id"] = interaction.Id,
            ["type"] = interaction.Type,
            ["user"] = Payloads.User(interaction.UserId, "user"),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = discord.GuildId },
        };
        discord.World.Keep(message);
        return MessageRules.Text(message["id"])!;
    }

    private JsonObject Described(TestInteraction interaction)
    {
        var answer = new JsonObject
        {
            ["interaction"] = new JsonObject { ["id"] = interaction.Id, ["type"] = interaction.Type, ["response_message_id"] = interaction.OriginalId },
        };
        if (interaction.OriginalId is { } id && discord.World.FindMessage(id) is { } message)
            answer["resource"] = new JsonObject { ["type"] = 4, ["message"] = message };
        return answer;
    }
}

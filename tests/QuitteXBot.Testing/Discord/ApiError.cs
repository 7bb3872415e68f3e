using System.Text.Json.Nodes;

namespace QuitteXBot.Testing.Discord;

/// <summary>An error as Discord's REST API answers it.</summary>
internal sealed class ApiError(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status { get; } = status;

    public JsonObject Body
    {
        get
        {
            var body = new JsonObject { ["message"] = Message, ["code"] = code };
            if (errors is not null)
                body["errors"] = errors.DeepClone();
            return body;
        }
    }

    public static ApiError Unauthorised() => new(401, 0, "401: Unauthorized");

    public static ApiError NotFound(int code, string message) => new(404, code, message);
}

/// <summary>Collects what is wrong with a body, by path, and throws it all at once as code 50035.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject root = [];

    public bool Any => root.Count > 0;

    public void Add(string path, string code, string message)
    {
        var at = root;
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (at[part] is not JsonObject next)
                at[part] = next = [];
            at = next;
        }

        if (at["_errors"] is not JsonArray list)
            at["_errors"] = list = [];
        list.Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Length(string path, string? text, int least, int most)
    {
        var length = text?.Trim().Length ?? 0;
        if (length < least || length > most)
            Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
    }

    public void Require(string path, bool holds, string message)
    {
        if (!holds)
            Add(path, "BASE_TYPE_INVALID", message);
    }

    public void ThrowIfAny()
    {
        if (Any)
            throw new ApiError(400, 50035, "Invalid Form Body", root);
    }
}

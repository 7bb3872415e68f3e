using System.Text.Json.Nodes;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.EndToEnd.Discord;

/// <summary>What a user has before them after something they did: a message, or a form.</summary>
/// <param name="MessageId">The message, or the one that the form was opened from; null where there is none.</param>
internal sealed record Screen(JsonObject Data, string? MessageId, bool IsForm)
{
    public string Title => IsForm ? Data["title"]!.GetValue<string>() : Unescape(Embed?["title"]?.GetValue<string>() ?? "");

    /// <summary>Everything the message says, as its reader sees it.</summary>
    public string Text => string.Join('\n', Title, Unescape(Embed?["description"]?.GetValue<string>() ?? ""), Unescape(Data["content"]?.GetValue<string>() ?? ""));

    public bool IsPrivate => ((Data["flags"]?.GetValue<int>() ?? 0) & 64) != 0;

    public IEnumerable<JsonObject> Buttons => (Data["components"] as JsonArray ?? []).SelectMany(row => row!["components"]!.AsArray()).Select(part => part!.AsObject());

    public IReadOnlyDictionary<string, JsonObject> Fields =>
        TestUsers.FieldsOf(Data).ToDictionary(input => input["custom_id"]!.GetValue<string>());

    private JsonNode? Embed => (Data["embeds"] as JsonArray)?.FirstOrDefault();

    public JsonObject Button(string label) => Buttons.Single(button => button["label"]?.GetValue<string>() == label);

    private static string Unescape(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\\(\p{P}|\p{S})", "$1");
}

/// <summary>A user of the Discord for tests who waits for each answer.</summary>
internal sealed class Member(TestDiscord discord, TestUser user)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Id => user.Id;

    public Task<Screen> SlashAsync(string command, params (string Name, object Value)[] options) => ShownAsync(discord.Users.Slash(user, command, options), null);

    public Task<Screen> UseOnMessageAsync(string command, string text, string author) => ShownAsync(discord.Users.UseOnMessage(user, command, text, author), null);

    public Task<Screen> PressAsync(Screen screen, string label) =>
        ShownAsync(discord.Users.Press(user, screen.MessageId!, screen.Button(label)["custom_id"]!.GetValue<string>()), screen.MessageId);

    public Task<Screen> SubmitAsync(Screen form, params (string Field, string Text)[] fields)
    {
        Assert.True(form.IsForm, form.Data.ToJsonString());
        Assert.All(fields, field => Assert.Contains(field.Field, form.Fields.Keys));
        return ShownAsync(discord.Users.Submit(user, form.Data["custom_id"]!.GetValue<string>(), form.MessageId, fields), form.MessageId);
    }

    private static async Task<Screen> ShownAsync(TestInteraction interaction, string? from)
    {
        var first = await interaction.First.WaitAsync(Patience);
        return first["type"]!.GetValue<int>() == 9
            ? new Screen(first["data"]!.AsObject(), from, IsForm: true)
            : new Screen(await interaction.Final.WaitAsync(Patience), interaction.OriginalId, IsForm: false);
    }
}

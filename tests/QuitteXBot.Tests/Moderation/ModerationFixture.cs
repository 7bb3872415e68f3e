using QuitteXBot.Commands;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Tests.Composition;

namespace QuitteXBot.Tests.Moderation;

/// <summary>Moderators, a member and a maintainer, who talk to one bot over a real store.</summary>
public abstract class ModerationFixture : FreshnessFixture
{
    private protected static Asker Alice { get; } = new("discord", "100", Permission.Moderator);

    private protected static Asker Bruno { get; } = new("matrix", "@bruno:example.org", Permission.Moderator);

    private protected static Asker Member { get; } = new("discord", "300");

    private protected static Asker Maintainer { get; } = new("console", "local", Permission.Maintainer);

    private protected Task<Reply> SayAsync(Asker who, string text, Language language = Language.French) =>
        Bot.Assistant.AskAsync(text, who, language, default);

    private protected Task<Reply> PressAsync(Asker who, Reply reply, Func<ReplyAction, bool> which)
    {
        var action = reply.Actions.First(which);
        return Bot.Assistant.ExecuteAsync(new CommandRequest(action.Command, action.Options, who, reply.Language), default);
    }

    private protected Task<Reply> PressAsync(Asker who, Reply reply, ReplyActionKind kind) => PressAsync(who, reply, action => action.Kind == kind);

    /// <summary>Fills in a form as a platform would.</summary>
    private protected Task<Reply> SubmitAsync(Asker who, Reply reply, params (string Option, string Value)[] fields)
    {
        var options = reply.Form!.Options;
        foreach (var (option, value) in fields)
            options = options.SetItem(option, value);
        return Bot.Assistant.ExecuteAsync(new CommandRequest(reply.Form.Command, options, who, reply.Language), default);
    }

    /// <summary>Posts and confirms a statement; returns its id.</summary>
    private protected async Task<string> PostAsync(Asker who, string quote, string organisation = "Port de Kerlevan")
    {
        var preview = await SayAsync(who, $"/statement add {organisation}\nquote: {quote}\nspeaker: Jo Le Gall\nurl: https://example.org/a\noutlet: Le Marin\npublished: 2025-01-10");
        Assert.Equal(Outcome.Preview, preview.Outcome);
        var done = await PressAsync(who, preview, ReplyActionKind.Confirm);
        Assert.Equal(Outcome.Done, done.Outcome);
        return done.Statements[0].Statement.Id;
    }

    private protected async Task AssertIntactAsync()
    {
        await foreach (var defect in Bot.Store.VerifyAsync(null, default))
            Assert.Fail(defect.ToString());
    }
}

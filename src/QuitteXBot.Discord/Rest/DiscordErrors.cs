using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Rest;

/// <summary>Discord's error codes in words that say what to do. https://discord.com/developers/docs/topics/opcodes-and-status-codes#json</summary>
internal static class DiscordErrors
{
    public const int UnknownApplication = 10002;
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int UnknownUser = 10013;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int MissingPermissions = 50013;
    public const int CannotMessageUser = 50007;
    public const int InvalidFormBody = 50035;

    public static Error Explain(RestFailure failure, string what) => failure switch
    {
        { Kind: RestFailureKind.Unauthorised } => new("discord-token-refused",
            $"{what}: Discord refuses the token. Copy a fresh one from the application's page \"Bot\" (\"Reset Token\") into Discord:Token."),
        { Kind: RestFailureKind.Unavailable } => new("discord-unreachable",
            $"{what}: Discord cannot be reached ({failure.Message}). Check the network and Discord:ApiBaseUrl; it is tried again."),
        { Kind: RestFailureKind.TooLate } => new("discord-too-late", $"{what}: the time to answer ran out ({failure.Message})."),
        { Kind: RestFailureKind.InDoubt } => new("discord-in-doubt",
            $"{what}: the connection broke and the request may have been done; it is not sent twice ({failure.Message})."),
        { Kind: RestFailureKind.HeldBack } => new("discord-held-back",
            $"{what}: held back, because Discord refused so many requests in the last 10 minutes that it would ban this address. Read the refusals above in the log."),
        { Code: UnknownApplication } => new("discord-application-unknown",
            $"{what}: there is no such application for this token. Compare Discord:ApplicationId with the page \"General Information\"."),
        { Code: MissingAccess } => new("discord-access-missing",
            $"{what}: the bot has no access there. Invite it with the scopes \"bot\" and \"applications.commands\", and let it see the channel."),
        { Code: MissingPermissions } => new("discord-permission-missing",
            $"{what}: the bot lacks a permission there. It needs View Channels, Send Messages, Embed Links and Read Message History."),
        { Code: UnknownInteraction } => new("discord-interaction-gone", $"{what}: the interaction is unknown: answered after 3 seconds, or by another program with the same token."),
        { Status: 404 } => new("discord-not-found", $"{what}: Discord does not know it (404, {failure.Message})."),
        _ => new("discord-refused", $"{what}: Discord refuses it ({failure.Status}, code {failure.Code}: {failure.Message})."),
    };
}

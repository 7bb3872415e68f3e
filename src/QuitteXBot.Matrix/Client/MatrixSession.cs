namespace QuitteXBot.Matrix.Client;

/// <summary>Who the bot is at the homeserver. Transaction ids belong to the device, so it is kept across restarts and logins.</summary>
internal sealed record MatrixSession(string UserId, string DeviceId, string AccessToken);

using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Configuration;

namespace QuitteXBot.Matrix.Client;

/// <summary>Gets and renews the session: from the configured token, from the file of an earlier login, or by password.</summary>
internal sealed class MatrixLogin : IDisposable
{
    private readonly MatrixTransport transport;
    private readonly MatrixOptions options;
    private readonly SessionFile file;
    private readonly SemaphoreSlim one = new(1, 1);
    private bool refused;

    public MatrixLogin(MatrixTransport transport, MatrixOptions options)
    {
        (this.transport, this.options, file) = (transport, options, new SessionFile(options.DataFolder));
        transport.Renew = RenewAsync;
    }

    private bool UsesPassword => string.IsNullOrEmpty(options.AccessToken);

    public async Task<Result<MatrixSession>> OpenAsync(Patience patience, CancellationToken cancellationToken)
    {
        if (UsesPassword && KeptSession() is null)
        {
            var session = await LogInAsync(null, patience, cancellationToken);
            if (!session.IsSuccess)
                return session;
        }
        else
        {
            transport.AccessToken = UsesPassword ? KeptSession()!.AccessToken : options.AccessToken;
        }

        return await WhoAmIAsync(patience, cancellationToken);
    }

    public void Dispose() => one.Dispose();

    /// <summary>The session of another account or of another homeserver's is of no use.</summary>
    private MatrixSession? KeptSession() =>
        file.Read() is { } kept && (string.IsNullOrEmpty(options.UserId) || kept.UserId == options.UserId) ? kept : null;

    private async Task<Result<MatrixSession>> WhoAmIAsync(Patience patience, CancellationToken cancellationToken)
    {
        var request = new MatrixRequest(HttpMethod.Get, "/_matrix/client/v3/account/whoami") { Patience = patience };
        var answer = await transport.SendAsync(request, cancellationToken);
        if (!answer.IsSuccess)
            return answer.Error;
        using var document = answer.Value;
        if (document.RootElement.Text("user_id") is not { } userId || !UserName.IsValid(userId))
            return new Error(MatrixErrors.Garbage, "The homeserver does not say whose token it is.", MatrixErrors.Place(transport.Address));
        if (!string.IsNullOrEmpty(options.UserId) && userId != options.UserId)
            return new Error(MatrixErrors.WrongAccount, $"The token belongs to {userId}, not to {options.UserId}; correct Matrix:UserId or the token.", "Matrix:UserId");
        return new MatrixSession(userId, document.RootElement.Text("device_id") ?? "", transport.AccessToken!);
    }

    /// <summary>
    /// Several requests may find the token refused at once: the first one renews it, the others take what it got.
    /// A token of the configuration cannot be renewed, and a password is tried once for each token that is refused.
    /// </summary>
    private async Task<Result<string>> RenewAsync(string? token, Error fault, CancellationToken cancellationToken)
    {
        if (!UsesPassword)
            return Final(fault, "set a new Matrix:AccessToken");
        await one.WaitAsync(cancellationToken);
        try
        {
            if (transport.AccessToken != token)
                return transport.AccessToken!;
            if (refused)
                return Final(fault, "check Matrix:UserId and Matrix:Password");
            var session = await LogInAsync(file.Read()?.DeviceId, Patience.Endless, cancellationToken);
            if (!session.IsSuccess)
            {
                refused = true;
                return session.Error;
            }

            return session.Value.AccessToken;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<Result<MatrixSession>> LogInAsync(string? deviceId, Patience patience, CancellationToken cancellationToken)
    {
        var body = Json.Write(json =>
        {
            json.WriteString("type", "m.login.password");
            json.WriteStartObject("identifier");
            json.WriteString("type", "m.id.user");
            json.WriteString("user", options.UserId);
            json.WriteEndObject();
            json.WriteString("password", options.Password);
            json.WriteString("initial_device_display_name", options.DeviceName);
            if (!string.IsNullOrEmpty(deviceId))
                json.WriteString("device_id", deviceId);
        });
        var request = new MatrixRequest(HttpMethod.Post, "/_matrix/client/v3/login", body) { Authenticated = false, Patience = patience };
        var answer = await transport.SendAsync(request, cancellationToken);
        if (!answer.IsSuccess)
            return answer.Error.Code == MatrixErrors.Forbidden ? Final(answer.Error, "check Matrix:UserId and Matrix:Password") : answer.Error;
        using var document = answer.Value;
        var root = document.RootElement;
        if (root.Text("user_id") is not { } userId || root.Text("access_token") is not { } token || root.Text("device_id") is not { } device)
            return new Error(MatrixErrors.Garbage, "The homeserver's answer to the login has no token.", MatrixErrors.Place(transport.Address));
        var session = new MatrixSession(userId, device, token);
        transport.AccessToken = token;
        return file.Write(session) is { } unwritten ? unwritten : session;
    }

    private static Error Final(Error fault, string mend) =>
        new(MatrixErrors.UnknownToken, $"{fault.Message} The bot cannot log in to Matrix: {mend}.", fault.Location);
}

using QuitteXBot.Core.Results;

namespace QuitteXBot.Matrix.Configuration;

/// <summary>Finds every fault of the options at once, each with its key and the mend.</summary>
public static class MatrixOptionsValidator
{
    public static IReadOnlyList<Error> Validate(MatrixOptions options)
    {
        var errors = new List<Error>();
        Account(options, errors);
        Rooms(options, errors);
        Numbers(options, errors);
        return errors;
    }

    private static void Account(MatrixOptions options, List<Error> errors)
    {
        if (string.IsNullOrWhiteSpace(options.Homeserver))
            Add(errors, "Homeserver", "is missing; give the address of the homeserver (https://matrix.example.org) or its name (example.org)");
        else if (options.Homeserver.Contains("://", StringComparison.Ordinal)
            && !(Uri.TryCreate(options.Homeserver, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
            Add(errors, "Homeserver", "is neither an http(s) address nor a server's name");

        var hasToken = !string.IsNullOrEmpty(options.AccessToken);
        var hasPassword = !string.IsNullOrEmpty(options.Password);
        if (!hasToken && !hasPassword)
            Add(errors, "AccessToken", "is missing; give it, or Matrix:UserId and Matrix:Password");
        if (hasPassword && !hasToken && !UserName.IsValid(options.UserId))
            Add(errors, "UserId", "must be the bot's full name, @name:server, to log in with a password");
        else if (!string.IsNullOrEmpty(options.UserId) && !UserName.IsValid(options.UserId))
            Add(errors, "UserId", "must have the form @name:server");
    }

    private static void Rooms(MatrixOptions options, List<Error> errors)
    {
        if (!IsPrefix(options.Prefix))
            Add(errors, "Prefix", "must have 1 to 10 characters and no space");
        for (var i = 0; i < options.RoomPrefixes.Count; i++)
        {
            if (!options.RoomPrefixes[i].Room.StartsWith('!'))
                Add(errors, $"RoomPrefixes:{i}:Room", "must be a room's internal id, which begins with '!'");
            if (!IsPrefix(options.RoomPrefixes[i].Prefix))
                Add(errors, $"RoomPrefixes:{i}:Prefix", "must have 1 to 10 characters and no space");
        }

        if (options.Invites == InvitePolicy.Listed && options.InviteFrom.Count == 0)
            Add(errors, "InviteFrom", "is empty although Matrix:Invites is Listed; name users (@name:server) or servers, or choose Nobody");
    }

    private static void Numbers(MatrixOptions options, List<Error> errors)
    {
        if (options.MaximumAge < TimeSpan.FromMinutes(1) || options.MaximumAge > TimeSpan.FromDays(1))
            Add(errors, "MaximumAge", "must lie between 00:01:00 and 1.00:00:00");
        if (options.GapLimit is < 0 or > 10_000)
            Add(errors, "GapLimit", "must lie between 0 and 10000");
        if (options.UserBurst < 1)
            Add(errors, "UserBurst", "must be 1 or more");
        if (options.RoomBurst < 1)
            Add(errors, "RoomBurst", "must be 1 or more");
        if (options.UserRefill < TimeSpan.Zero || options.UserRefill > TimeSpan.FromDays(1))
            Add(errors, "UserRefill", "must lie between 00:00:00 and 1.00:00:00");
        if (options.RoomRefill < TimeSpan.Zero || options.RoomRefill > TimeSpan.FromDays(1))
            Add(errors, "RoomRefill", "must lie between 00:00:00 and 1.00:00:00");
    }

    private static bool IsPrefix(string prefix) => prefix.Length is >= 1 and <= 10 && !prefix.Any(char.IsWhiteSpace);

    private static void Add(List<Error> errors, string key, string fault) =>
        errors.Add(new Error("matrix-configuration", $"Matrix:{key} {fault}.", $"Matrix:{key}"));
}

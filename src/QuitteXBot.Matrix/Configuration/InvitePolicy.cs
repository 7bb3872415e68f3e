namespace QuitteXBot.Matrix.Configuration;

/// <summary>Whose invitations into a room are accepted.</summary>
public enum InvitePolicy
{
    Everyone,

    /// <summary>The users and servers of <see cref="MatrixOptions.InviteFrom"/>.</summary>
    Listed,
    Nobody,
}

using QuitteXBot.Matrix.Configuration;

namespace QuitteXBot.Matrix.Sync;

internal static class InviteRules
{
    public static bool Accepts(MatrixOptions options, string inviter) => options.Invites switch
    {
        InvitePolicy.Everyone => !options.IgnoredUsers.Contains(inviter),
        InvitePolicy.Listed => options.InviteFrom.Contains(inviter) || options.InviteFrom.Contains(UserName.ServerOf(inviter)),
        _ => false,
    };
}

namespace QuitteXBot.Discord.Interactions;

/// <summary>How an interaction may be put off when its answer takes long.</summary>
internal enum Deferral
{
    /// <summary>It cannot: suggestions and modals must come at once.</summary>
    None,

    /// <summary>"The bot is thinking", seen by all or by the one who asked.</summary>
    NewMessage,

    /// <summary>The message with the component stays as it is until it is edited.</summary>
    Update,
}

/// <summary>What is to be done for an interaction, decided without waiting for anything.</summary>
/// <param name="Ephemeral">Whether a deferral with a new message is seen only by the one who asked.</param>
/// <param name="Work">Makes the answer.</param>
internal sealed record InteractionPlan(Deferral Deferral, bool Ephemeral, Func<CancellationToken, Task<InteractionAnswer>> Work)
{
    /// <summary>An answer that is there already.</summary>
    public static InteractionPlan Now(InteractionAnswer answer) => new(Deferral.None, true, _ => Task.FromResult(answer));
}

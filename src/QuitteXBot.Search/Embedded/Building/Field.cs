namespace QuitteXBot.Search.Embedded.Building;

/// <summary>
/// Which field a position belongs to follows from the position: short fields lie in slots of <see cref="Slot"/> words, the text behind the title's slot.
/// No phrase reaches from one field into the next, because a slot is never filled.
/// </summary>
internal static class Field
{
    public const int Slot = 64;

    /// <summary>Words of a short field that are indexed; the rest is left out.</summary>
    public const int MaximumSlotWords = 48;

    public const int Title = 0;
    public const int Text = Slot;

    public const int Organisation = 0;
    public const int Speaker = Slot;
    public const int Outlet = 2 * Slot;
}

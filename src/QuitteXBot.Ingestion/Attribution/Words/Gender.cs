namespace QuitteXBot.Ingestion.Attribution.Words;

internal enum Gender : byte
{
    Unknown,
    Masculine,
    Feminine,
}

internal static class Genders
{
    /// <summary>Whether two words can stand for the same one: an unknown gender contradicts nothing.</summary>
    public static bool Agrees(this Gender left, Gender right) => left == Gender.Unknown || right == Gender.Unknown || left == right;
}

namespace QuitteXBot.Testing.Discord;

/// <summary>Waits for what another process or thread is about to bring about.</summary>
public static class Waiting
{
    public static Task UntilAsync(Func<bool> holds, TimeSpan patience, string otherwise) => UntilAsync(holds, patience, () => otherwise);

    /// <param name="otherwise">What is wrong, told when the patience is at its end.</param>
    public static async Task UntilAsync(Func<bool> holds, TimeSpan patience, Func<string> otherwise)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            if (TimeProvider.System.GetElapsedTime(begun) > patience)
                throw new TimeoutException(otherwise());
            await Task.Delay(5);
        }
    }
}

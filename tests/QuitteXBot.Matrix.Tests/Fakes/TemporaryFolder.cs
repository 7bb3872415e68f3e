namespace QuitteXBot.Matrix.Tests.Fakes;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("quittexbot-matrix-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

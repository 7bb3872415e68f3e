namespace QuitteXBot.Core.Searching;

/// <summary>An index that can compare all that it reads with the checksums it was written with.</summary>
public interface IVerifiableIndex : ISearchIndex
{
    /// <exception cref="InvalidDataException">Something is not as it was written.</exception>
    void Verify(CancellationToken cancellationToken);
}

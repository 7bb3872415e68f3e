namespace QuitteXBot.Commands.Knowledge;

/// <summary>Gives each question one consistent view of what is known, also while a new generation of the index takes over.</summary>
public interface IKnowledgeSource
{
    /// <summary>The view as it is now; the asker disposes of it once the answer is made.</summary>
    /// <remarks>Looks whether anything changed since; the first question behind a change waits until that is known.</remarks>
    ValueTask<IKnowledge> OpenAsync(CancellationToken cancellationToken);
}

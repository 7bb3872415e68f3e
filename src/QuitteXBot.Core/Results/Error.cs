namespace QuitteXBot.Core.Results;

/// <summary>A fault that a user, a file or a network caused: expected, told to whoever can mend it, never thrown.</summary>
/// <param name="Code">Stable, kebab-case, for tests and logs: <c>source-metadata-missing</c>.</param>
/// <param name="Message">One sentence for a maintainer, in English, that says what is wrong and how to mend it.</param>
/// <param name="Location">File and line (<c>seeds/sources/x.yml:3</c>), configuration key or address, where there is one.</param>
public sealed record Error(string Code, string Message, string? Location = null)
{
    public override string ToString() => Location is null ? Message : $"{Location}: {Message}";
}

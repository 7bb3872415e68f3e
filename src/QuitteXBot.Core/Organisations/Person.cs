namespace QuitteXBot.Core.Organisations;

/// <summary>A speaker, or a person who leaves.</summary>
/// <param name="Id"><c>person-slug</c> of the name.</param>
/// <param name="OrganisationId">Whose president, mayor, spokesman… the person is.</param>
public sealed record Person(string Id, string Name, string? Role = null, string? OrganisationId = null);

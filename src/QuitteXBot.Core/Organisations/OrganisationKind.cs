namespace QuitteXBot.Core.Organisations;

/// <summary>What an organisation is. Written in files, commands and JSON as <see cref="OrganisationKinds.Name"/> says.</summary>
public enum OrganisationKind
{
    Other,
    Region,
    Departement,
    Commune,
    Epci,
    University,
    Hospital,
    Media,
    Association,
    Union,
    Company,
    SportsClub,
    StateBody,
    Movement,
}

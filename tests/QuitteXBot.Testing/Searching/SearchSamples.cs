using QuitteXBot.Core;
using QuitteXBot.Core.Reasons;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Testing.Searching;

/// <summary>A small catalogue and a few invented statements that every engine is asked about.</summary>
public static class SearchSamples
{
    public static Catalogue Catalogue { get; } = new(
        [
            new Reason("harassment", "harcèlement", "harassment", ["harcèlement", "cyberharcèlement", "harcel*"], ["harass*", "bullying"]),
            new Reason("conspiracy", "complotisme", "conspiracy theories", ["complot*", "théories du complot", "conspirationnis*"], ["conspirac*"]),
            new Reason("privacy", "confidentialité et données", "privacy and data", ["confidentialité", "vie privée", "données personnelles"], ["privacy", "personal data"]),
            new Reason("hate", "discours de haine", "hate speech", ["haine", "raciste*"], ["hate", "racis*"]),
            new Reason("other", "autre raison", "other", [], []),
        ],
        []);

    public static IndexDocument Harbour { get; } = Statement(
        "harbour",
        "Le port ne veut plus cautionner le cyberharcèlement quotidien dont nos marins sont la cible.",
        "Port de Kerlevan", "commune-1", "Yann Le Goff", ["harassment"]);

    public static IndexDocument Library { get; } = Statement(
        "library",
        "Les théories du complot y prospèrent, et notre bibliothèque défend l’information vérifiée.",
        "Bibliothèque du Grand Est", "association-2", "Odile Ferrand", ["conspiracy"]);

    public static IndexDocument Hospital { get; } = Statement(
        "hospital",
        "La vie privée de nos patientes n’y est plus protégée. Nous ne reviendrons pas sur ce choix.",
        "Hôpital Saint-Élie", "hospital-3", "Ines Œuvrard", ["privacy"]);

    public static IndexDocument Union { get; } = Statement(
        "union",
        "Nous refusons de financer un grand réseau où la haine raciste se répand.",
        "Syndicat des Tramways", "union-4", null, ["hate"]);

    public static IndexDocument Paragraph { get; } = new()
    {
        Kind = DocumentKind.Paragraph,
        Id = "article#120-260",
        Text = "Le mouvement AdieuBrouhaha appelle les associations à fermer leurs comptes ; le cyberharcèlement y est devenu banal, dit son manifeste.",
        Outlet = "La Gazette du Littoral",
        Title = "Un mouvement national",
    };

    public static IndexDocument English { get; } = Statement(
        "museum", "We will not stay where bullying of our curators goes unanswered.", "Museum of Tides", "other-5", "Ada Quill", ["harassment"]) with
    {
        Language = "en",
    };

    public static IReadOnlyList<IndexDocument> All { get; } = [Harbour, Library, Hospital, Union, Paragraph, English];

    public static IndexDocument Statement(
        string id, string text, string? organisation = null, string? organisationId = null, string? speaker = null, string[]? reasons = null) => new()
        {
            Kind = DocumentKind.Statement,
            Id = id,
            Text = text,
            OrganisationName = organisation,
            OrganisationId = organisationId,
            Speaker = speaker,
            Reasons = [.. reasons ?? []],
        };
}

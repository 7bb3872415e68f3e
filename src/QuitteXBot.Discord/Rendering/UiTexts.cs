using QuitteXBot.Commands.Localisation;

namespace QuitteXBot.Discord.Rendering;

/// <summary>The few words that only Discord's surface has: labels of buttons, remarks about a press or a failure.</summary>
internal sealed record UiTexts(
    string Reasons,
    string Previous,
    string Next,
    string Delete,
    string Report,
    string Page,
    string ChooseOne,
    string MoreActions,
    string NotYours,
    string Outdated,
    string Failure,
    string OnlyForYou,
    string Busy,
    string NothingToSearch,
    string MoreSteps,
    string OpenForm,
    string FileTooLong,
    string AttachmentTooLong,
    string AttachmentUnreadable)
{
    public static UiTexts French { get; } = new(
        Reasons: "Raisons\u00A0: {0}",
        Previous: "Précédent",
        Next: "Suivant",
        Delete: "Supprimer",
        Report: "Signaler une erreur",
        Page: "Page {0} sur {1}",
        ChooseOne: "De qui s’agit-il\u202F?",
        MoreActions: "Voir aussi",
        NotYours: "Ce bouton est réservé à la personne qui a posé la question.",
        Outdated: "Ce bouton n’est plus valable. Posez de nouveau la question.",
        Failure: "La réponse a échoué. Si cela se répète, signalez la référence {0} aux responsables du bot.",
        OnlyForYou: "La réponse n’est visible que par la personne qui l’a demandée.",
        Busy: "Trop de questions à la fois. Réessayez dans un instant.",
        NothingToSearch: "Il n’y a pas de texte à chercher ici.",
        MoreSteps: "Et maintenant\u202F?",
        OpenForm: "Remplir le formulaire",
        FileTooLong: "Le fichier {0} dépasse {1} Mo\u202F: Discord ne le prend pas.",
        AttachmentTooLong: "Le fichier joint dépasse {0} Mo. Joignez-en un plus court, ou donnez son adresse.",
        AttachmentUnreadable: "Le fichier joint n’a pas pu être lu. Joignez-le de nouveau.");

    public static UiTexts English { get; } = new(
        Reasons: "Reasons: {0}",
        Previous: "Previous",
        Next: "Next",
        Delete: "Delete",
        Report: "Report an error",
        Page: "Page {0} of {1}",
        ChooseOne: "Which one is meant?",
        MoreActions: "See also",
        NotYours: "This button is for the person who asked.",
        Outdated: "This button is no longer valid. Please ask again.",
        Failure: "The answer failed. If it happens again, tell the bot’s maintainers the reference {0}.",
        OnlyForYou: "Only the person who asked can see the answer.",
        Busy: "Too many questions at once. Please try again in a moment.",
        NothingToSearch: "There is no text to search for here.",
        MoreSteps: "What next?",
        OpenForm: "Fill in the form",
        FileTooLong: "The file {0} is longer than {1} MB: Discord does not take it.",
        AttachmentTooLong: "The attached file is longer than {0} MB. Attach a shorter one, or give its address.",
        AttachmentUnreadable: "The attached file could not be read. Please attach it again.");

    public static UiTexts In(Language language) => language == Language.French ? French : English;
}

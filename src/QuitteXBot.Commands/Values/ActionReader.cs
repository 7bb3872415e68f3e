using QuitteXBot.Commands.Text;
using QuitteXBot.Core.Departures;

namespace QuitteXBot.Commands.Values;

/// <summary>What an organisation does with its accounts, by key or in words.</summary>
internal static class ActionReader
{
    public static DepartureAction? Find(string text) => Folding.Fold(text.Trim()) switch
    {
        "leaves" or "leave" or "left" or "quitte" or "quitter" or "depart" => DepartureAction.Leaves,
        "suspends" or "suspend" or "suspended" or "suspendre" => DepartureAction.Suspends,
        "dormant" or "dort" or "inactif" or "inactive" or "met en sommeil" => DepartureAction.Dormant,
        "deletes" or "delete" or "deleted" or "supprime" or "supprimer" => DepartureAction.Deletes,
        "stays" or "stay" or "reste" or "rester" => DepartureAction.Stays,
        "returns" or "return" or "returned" or "revient" or "retour" or "revenir" => DepartureAction.Returns,
        _ => null,
    };
}

using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Moderation;

namespace QuitteXBot.Commands.Moderation;

/// <summary>Subscriptions in words.</summary>
internal static class Subscriptions
{
    public static ReplyListItem Item(Subscription subscription, IKnowledge knowledge, Texts texts)
    {
        var detail = $"{Filters(subscription, knowledge, texts)} · {subscription.Language}";
        return new ReplyListItem(
            $"{subscription.Platform} {subscription.Channel}",
            subscription.Fault is { } fault ? $"{detail} · {texts.With(TextKeys.AnnouncePaused, fault)}" : detail);
    }

    public static string Filters(Subscription subscription, IKnowledge knowledge, Texts texts)
    {
        var filters = new List<string>();
        if (subscription.Kind is { } kind)
            filters.Add(texts.Kind(kind));
        if (subscription.DepartementCode is { } departement)
            filters.Add(knowledge.Names.Find($"departement-{departement}")?.Name ?? departement);
        if (subscription.RegionCode is { } region)
            filters.Add(knowledge.Names.Find($"region-{region}")?.Name ?? region);
        if (subscription.Country is { } country)
            filters.Add(Country.FindByCode(country)?.Name.In(texts.Language) ?? country);
        if (subscription.Reason is { } reason)
            filters.Add(texts.Reason(knowledge.Catalogue, reason));
        return filters.Count == 0 ? texts[TextKeys.AnnounceEverything] : string.Join(", ", filters);
    }
}

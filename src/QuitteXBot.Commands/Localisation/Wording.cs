using System.Globalization;
using System.Text;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Reasons;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Localisation;

/// <summary>Dates, lists, kinds and citations in words.</summary>
public static class Wording
{
    /// <summary>«20 janvier 2025», «janvier 2025», «2025»; "20 January 2025".</summary>
    public static string Date(this Texts texts, PartialDate date)
    {
        var year = date.Year.ToString(CultureInfo.InvariantCulture);
        if (date.Month is not { } month)
            return year;
        var name = texts.Language == Language.French ? MonthNames.InFrench(month) : MonthNames.InEnglish(month);
        if (date.Day is not { } day)
            return $"{name} {year}";
        var number = day == 1 && texts.Language == Language.French ? "1er" : day.ToString(CultureInfo.InvariantCulture);
        return $"{number} {name} {year}";
    }

    /// <summary>«A, B et C».</summary>
    public static string List(this Texts texts, IReadOnlyList<string> parts)
    {
        var list = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                list.Append(i == parts.Count - 1 ? texts[TextKeys.ListLast] : ", ");
            list.Append(parts[i]);
        }

        return list.ToString();
    }

    /// <summary>«université», "university".</summary>
    public static string Kind(this Texts texts, OrganisationKind kind) => texts[TextKeys.KindPrefix + kind.Name()];

    public static string Reason(this Texts texts, Reason reason) => texts.Language == Language.French ? reason.French : reason.English;

    /// <summary>The reason's label, or its key where the catalogue lost it.</summary>
    public static string Reason(this Texts texts, Catalogue catalogue, string key) =>
        catalogue.FindReason(key) is { } reason ? texts.Reason(reason) : key;

    /// <summary>«La Semaine, 20 janvier 2025». Where no outlet is known, the site's name stands for it.</summary>
    public static string Citation(this Texts texts, Citation citation)
    {
        var date = citation.Published is { } published ? texts.Date(published) : texts[TextKeys.WithoutDate];
        return $"{Outlet(texts, citation)}, {date}";
    }

    /// <summary>«source modifiée depuis le 20 novembre 2026».</summary>
    internal static string Page(this Texts texts, PageCheck page) =>
        texts.With(page.State == PageState.Gone ? TextKeys.PageGone : TextKeys.PageChanged, texts.Date(PartialDate.OfDay(page.Since)));

    public static string Action(this Texts texts, DepartureAction action) => texts[TextKeys.ActionPrefix + action.Name()];

    internal static string Period(this Texts texts, Period period) => period switch
    {
        { From: { } from, To: { } to } => from == to ? texts.Date(from) : texts.With(TextKeys.PeriodRange, texts.Date(from), texts.Date(to)),
        { From: { } from } => texts.With(from.Day is null ? TextKeys.PeriodSince : TextKeys.PeriodSinceDay, texts.Date(from)),
        { To: { } to } => texts.With(to.Day is null ? TextKeys.PeriodUntil : TextKeys.PeriodUntilDay, texts.Date(to)),
        _ => string.Empty,
    };

    internal static string Place(this Texts texts, Place place) =>
        place.Country is { } country ? country.Name.In(texts.Language) : place.Territory!.ShortName ?? place.Territory.Name;

    internal static string Kind(this Texts texts, KindGroup group) =>
        group.Kinds is [var kind] ? texts.Kind(kind) : texts[TextKeys.KindPrefix + group.Value];

    private static string Outlet(Texts texts, Citation citation)
    {
        if (!string.IsNullOrWhiteSpace(citation.Outlet))
            return citation.Outlet;
        if (Uri.TryCreate(citation.Url, UriKind.Absolute, out var address) && address.Host.Length > 0)
            return address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
        return citation.SourceId.Length > 0 && !ExcerptSource.IsExcerpt(citation.SourceId) ? citation.SourceId : texts[TextKeys.UnknownOutlet];
    }
}

using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace QuitteXBot.Ingestion.Tests.Departures;

public sealed class DepartureLimitsTests
{
    private static readonly string[] Pieces =
        ["La Ville de Nancy ", "quitte X", " sur X", "« ", " »", ", ", ". ", "\n", "qui ", "son départ de ", "le réseau social ", "Facebook et ", " pour la Région", " (", ")", " : ", "ne ", "pas ", "hier", "fait de même", "😀", "\uD800"];

    [Fact]
    public void Extract_AnyText_GivesPlacesInsideIt() =>
        Prop.ForAll(
            Gen.Elements(Pieces).ListOf().Zip(ArbMap.Default.ArbFor<string>().Generator).ToArbitrary(),
            parts =>
            {
                var text = string.Concat(parts.Item1) + parts.Item2;
                foreach (var departure in DepartureTexts.Read(text))
                {
                    Assert.InRange(departure.Start, 0, text.Length);
                    Assert.InRange(departure.End, departure.Start + 1, text.Length);
                    Assert.False(string.IsNullOrWhiteSpace(departure.Person ?? departure.Organisation));
                }
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Extract_LongerText_TakesTimeInProportion()
    {
        DepartureTexts.Read(Prose(20));
        var (small, large) = (Time(Prose(400)), Time(Prose(3_200)));

        Assert.True(large < 8 * 5 * Math.Max(small, 5), $"{small} ms became {large} ms");
    }

    private static double Time(string text)
    {
        var watch = Stopwatch.StartNew();
        DepartureTexts.Read(text);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static string Prose(int paragraphs)
    {
        var text = new StringBuilder();
        for (var i = 0; i < paragraphs; i++)
            text.Append("La Ville de Nancy a annoncé le 3 janvier son départ de X. « Nous restons sur Facebook », dit Jeanne Martin, maire. Elle conserve un compte Instagram, et l’université de Bordeaux aussi.\n");
        return text.ToString();
    }
}

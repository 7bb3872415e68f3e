using System.Globalization;

namespace QuitteXBot.Ingestion.Tests.Quality;

/// <summary>Counts over a folder of articles at one overlap.</summary>
internal sealed record Score(double Overlap)
{
    public int Gold { get; set; }

    public int Predicted { get; set; }

    public int Matched { get; set; }

    public int Exact { get; set; }

    public int Speakers { get; set; }

    public int Roles { get; set; }

    public int RolesWanted { get; set; }

    public int Organisations { get; set; }

    public int OrganisationsWanted { get; set; }

    public int NonQuotesTaken { get; set; }

    public int NonQuotes { get; set; }

    public int NotVerbatim { get; set; }

    public int Departures { get; set; }

    public List<string> Faults { get; } = [];

    public double Precision => Share(Matched, Predicted);

    public double Recall => Share(Matched, Gold);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public double Speaker => Share(Speakers, Matched);

    public double Role => Share(Roles, RolesWanted);

    public double Organisation => Share(Organisations, OrganisationsWanted);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"overlap {Overlap}: precision {Precision:F1} recall {Recall:F1} F1 {F1:F1} (gold {Gold}, predicted {Predicted}), exact {Exact}/{Matched}, speaker {Speaker:F1} %, role {Roles}/{RolesWanted}, organisation {Organisations}/{OrganisationsWanted}, non-quotes taken {NonQuotesTaken}/{NonQuotes}, not verbatim {NotVerbatim}, departures {Departures}");

    private static double Share(int part, int whole) => whole == 0 ? 100 : 100.0 * part / whole;
}

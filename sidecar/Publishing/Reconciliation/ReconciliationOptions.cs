using System.Globalization;
using Connector.Http;

namespace Connector.Publishing.Reconciliation;

/// <summary>When a board is read for a pin whose outcome is unknown: section <c>Connector:Reconciling</c>.</summary>
internal sealed class ReconciliationOptions
{
    public const string Section = "Connector:Reconciling";

    /// <summary>Seconds after the unknown outcome, separated by commas; absence is believed after the last.</summary>
    [Pattern(
        @"^\s*\d+(\.\d+)?\s*(,\s*\d+(\.\d+)?\s*)*$",
        ErrorMessage = "Connector:Reconciling:Looks must be seconds separated by commas, such as 10,30,120,300.")]
    public string Looks { get; set; } = "10,30,120,300";

    public IReadOnlyList<TimeSpan> Schedule =>
        [.. Looks.Split(',').Select(s => TimeSpan.FromSeconds(double.Parse(s, CultureInfo.InvariantCulture)))];
}

using System.Globalization;
using Connector.Settings;

namespace Connector.Publishing.Reconciliation;

/// <summary>When a board is read for a pin whose outcome is unknown: section <c>Connector:Reconciling</c>.</summary>
internal sealed class ReconciliationOptions
{
    public const string Section = "Connector:Reconciling";

    /// <summary>Seconds after the unknown outcome, separated by commas; absence is believed after the last.</summary>
    [Looks]
    public string Looks { get; set; } = "10,30,120,300";

    public IReadOnlyList<TimeSpan> Schedule =>
        [.. Looks.Split(',').Select(s => TimeSpan.FromSeconds(double.Parse(s, CultureInfo.InvariantCulture)))];
}

/// <summary>Seconds in rising order, at most a day and at most twenty of them.</summary>
internal sealed class LooksAttribute()
    : SettingRuleAttribute("seconds in rising order, separated by commas, such as 10,30,120,300; up to 86400")
{
    private const int MostLooks = 20, MostSeconds = 86_400;

    public override bool IsValid(object? value)
    {
        var before = 0d;
        var looks = ((string?)value ?? "").Split(',');
        return looks.Length <= MostLooks && looks.All(look =>
        {
            if (!double.TryParse(look, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture, out var seconds)) return false;

            var isLater = seconds > before && seconds <= MostSeconds;
            before = seconds;
            return isLater;
        });
    }
}

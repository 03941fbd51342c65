using Connector.Accounts;
using Connector.Pacing;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>How fast an account may publish, what stops it, and when its queue will be empty.</summary>
public partial class MeterCard
{
    /// <summary>Whose.</summary>
    [Parameter, EditorRequired]
    public Account Account { get; set; } = null!;

    /// <summary>As <c>GET /v1/accounts/{id}/rate-meter</c> has it.</summary>
    [Parameter, EditorRequired]
    public RateMeter Meter { get; set; } = null!;

    /// <summary>More about the account.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    // Without it an idle account that has less than all left looks as if something had used it.
    private string? Margin => Account.Settings.SafetyMarginPercent is > 0 and var percent
        ? $"{percent} % of Pinterest's limits are kept free: the safety margin."
        : null;

    private static string NameOf(RateWindow window)
    {
        var what = window.Rule switch
        {
            "universal" => "Calls",
            "org_write" => "Pins and other writes",
            "org_read" => "Reads",
            "org_analytics" => "Analytics",
            "ads_read" => "Keywords and audiences",
            "trends_read" => "Trends",
            "catalogs_read" => "Reads of catalogs",
            "catalogs_write" => "Changes of catalogs",
            "pins_per_day" => "Your limit of pins",
            var other => other.Replace('_', ' '),
        };
        var per = window.WindowSeconds switch
        {
            1 => "a second",
            60 => "a minute",
            3600 => "an hour",
            86_400 => "a day",
            var seconds => $"in {seconds:N0} s",
        };
        return $"{what} {per}{(window.Scope == "app" ? ", all accounts of the app" : "")}";
    }
}

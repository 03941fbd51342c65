namespace Connector.Console.Pages.Cadence;

/// <summary>A setting that is a number.</summary>
/// <param name="Name">As in the API.</param>
/// <param name="Label">What it means.</param>
/// <param name="Least">The smallest number.</param>
/// <param name="Most">The largest.</param>
/// <param name="IfEmpty">What no number means.</param>
internal sealed record SettingField(string Name, string Label, int Least, int Most, string IfEmpty = "no such limit")
{
    /// <summary>In the order of the form.</summary>
    public static readonly IReadOnlyList<SettingField> Numbers =
    [
        new("pins_per_day", "Pins in any 24 hours", 1, 100_000),
        new("min_gap_seconds", "Seconds between two pins, at least", 0, 604_800, "none"),
        new("jitter_percent", "Make each gap longer at random, by up to this many per cent", 0, 100, "never"),
        new("pins_per_board_per_week", "Pins on one board in any 7 days", 1, 100_000),
        new("days_between_same_link", "Days between two pins with the same link", 1, 365, "no such rule"),
        new("pins_per_domain_per_day", "Pins to one domain in any 24 hours", 1, 100_000),
        new("safety_margin_percent", "Stay below Pinterest's limits by per cent", 0, 50, "5"),
    ];

    /// <summary>Settings that are on or off.</summary>
    public static readonly IReadOnlyList<(string Name, string Label)> Switches =
    [
        ("link_marker", "Add pin_ref to links, so that a pin whose answer was lost is found again"),
        ("convert_images", "Make pictures that Pinterest does not take JPEG or PNG"),
        ("require_approval", "Each new pin waits until somebody approves it"),
        ("approval_after_edit", "An edit after approval asks again"),
    ];

    /// <summary>What people call each of both, by its name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Labels =>
        Numbers.Select(each => KeyValuePair.Create(each.Name, each.Label))
            .Concat(Switches.Select(each => KeyValuePair.Create(each.Name, each.Label)));

    /// <summary>In the order of a week of most calendars.</summary>
    public static readonly IReadOnlyList<string> Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
}

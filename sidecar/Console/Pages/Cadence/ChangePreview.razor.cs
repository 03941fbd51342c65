using Connector.Pacing;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Cadence;

/// <summary>A queue as it is, and as it would be with other settings.</summary>
public partial class ChangePreview
{
    /// <summary>Both.</summary>
    [Parameter, EditorRequired]
    public QueueChange Change { get; set; } = null!;

    /// <summary>The zone of the proposed settings.</summary>
    [Parameter]
    public string? Zone { get; set; }

    private IEnumerable<(string Name, int Before, int After)> Lines =>
    [
        ("within 24 hours", Change.Before.WithinDay, Change.After.WithinDay),
        ("in the rest of 7 days", Change.Before.WithinWeek, Change.After.WithinWeek),
        ("in the rest of 30 days", Change.Before.WithinMonth, Change.After.WithinMonth),
        ("later", Change.Before.Later, Change.After.Later),
    ];

    private string Verdict
    {
        get
        {
            var which = Change.Counted == 1 ? "The pin that waits" : $"The last of {Change.Counted:N0} pins";
            var by = Change.After.LastAt - Change.Before.LastAt ?? TimeSpan.Zero;
            return by.Duration() < TimeSpan.FromMinutes(1)
                ? $"{which} goes out as it does now."
                : $"{which} goes out {InWords(by.Duration())} {(by > TimeSpan.Zero ? "later" : "sooner")}.";
        }
    }

    private static string InWords(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => $"{span.TotalDays:N0} days",
        { TotalHours: >= 2 } => $"{span.TotalHours:N0} hours",
        _ => $"{Math.Max(1, span.TotalMinutes):N0} minutes",
    };
}

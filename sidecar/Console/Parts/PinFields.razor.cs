using System.Globalization;
using Connector.Common;
using Connector.Console.Shell;
using Connector.Http;
using Connector.Seasons;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>The fields of a pin that are the same whether it is made or changed.</summary>
public partial class PinFields
{
    /// <summary>What a field holds, by its name in the API.</summary>
    [Parameter, EditorRequired]
    public Func<string, string> ValueOf { get; set; } = null!;

    /// <summary>The zone of its account.</summary>
    [Parameter, EditorRequired]
    public string Zone { get; set; } = "";

    /// <summary>Why the form was refused; null when it was not.</summary>
    [Parameter]
    public Problem? Problem { get; set; }

    /// <summary>The time in the field <c>publish_at</c>, on the clock of that zone; null where nothing was typed.</summary>
    /// <exception cref="ProblemException">It is no time.</exception>
    internal static DateTimeOffset? Time(string? typed, string zone) =>
        typed is null ? null : ZoneTime.When(LocalClock.Read(typed, "publish_at"), LocalClock.Zone(zone));

    private static readonly string LeadHint =
        $"When the season begins; {SeasonWindow.DefaultLeadDays} if empty. People search 60 to 90 days ahead.";

    /// <summary>The day in the field <c>event_date</c>; null where nothing was typed.</summary>
    /// <exception cref="ProblemException">It is no day.</exception>
    internal static DateOnly? Day(string? typed) => typed is null ? null
        : DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Problems.Invalid("event_date", $"is \"{Shown.Cut(typed)}\", and must be a day, such as 2026-12-24.");

    /// <summary>The number in a field, to be checked as the API does; 0 for an empty one.</summary>
    /// <exception cref="ProblemException">It is no whole number.</exception>
    internal static int Number(string text, string field) => text.Length == 0 ? 0
        : int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
        : throw Problems.Invalid(field, $"is \"{Shown.Cut(text)}\", and must be a whole number.");
}

using Connector.Common;
using Connector.Console.Shell;
using Connector.Http;
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

    /// <summary>The number in a field, to be checked as the API does; 0 for an empty one.</summary>
    /// <exception cref="ProblemException">It is no whole number.</exception>
    internal static int Number(string text, string field) => text.Length == 0 ? 0
        : int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : throw Problems.Invalid(field, $"is \"{Shown.Cut(text)}\", and must be a whole number.");
}

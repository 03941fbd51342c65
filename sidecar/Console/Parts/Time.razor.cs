using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>A point in time: in UTC, until the script shows it in the reader's zone, with the account's where that differs.</summary>
public partial class Time
{
    /// <summary>When; null where nobody knows.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset? At { get; set; }

    /// <summary>The IANA zone of the account that it is about.</summary>
    [Parameter]
    public string? Zone { get; set; }

    /// <summary>Shown when there is no time.</summary>
    [Parameter]
    public string Missing { get; set; } = "–";

    private static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string InWords(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);
}

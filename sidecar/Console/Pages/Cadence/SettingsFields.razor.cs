using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Cadence;

/// <summary>The fields of an account's settings.</summary>
public partial class SettingsFields
{
    /// <summary>A <see cref="SettingsForm"/>: what stands in the fields.</summary>
    [Parameter, EditorRequired]
    public object Values { get; set; } = null!;

    private SettingsForm Form => (SettingsForm)Values;

    private static string Name(string day) => char.ToUpperInvariant(day[0]) + day[1..];
}

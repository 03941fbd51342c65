using Connector.Console.Parts;
using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Cadence;

/// <summary>The fields of an account's settings.</summary>
public partial class SettingsFields
{
    /// <summary>A <see cref="SettingsForm"/>: what stands in the fields.</summary>
    [Parameter, EditorRequired]
    public object Values { get; set; } = null!;

    /// <summary>Why the form was refused; null when it was not.</summary>
    [Parameter]
    public Problem? Problem { get; set; }

    private SettingsForm Form => (SettingsForm)Values;

    private string? Invalid(string name) => FieldError.Of(Problem, name) is null ? null : "true";

    private static string Name(string day) => char.ToUpperInvariant(day[0]) + day[1..];
}

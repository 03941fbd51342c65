using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>What was found out about a pin: first what would be refused, then what could do better.</summary>
public partial class CheckLines
{
    private Check[] _checks = [];

    /// <summary>As <c>POST /v1/pins/validate</c> has them.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Check> Checks { get; set; } = [];

    private Check[] Passed => Array.FindAll(_checks, check => !IsSaid(check));

    protected override void OnParametersSet() => _checks = [.. Checks.OrderByDescending(check => check.HasFailed)];

    private static bool IsSaid(Check check) => check.HasFailed || check.Warns;

    private static string WordOf(Check check) => check.HasFailed ? "Would be refused:" : "Could do better:";
}

using Connector.Policy;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>What this installation does and keeps, for Pinterest's reviewers, and the way to Standard access.</summary>
public partial class PolicyPage
{
    private PolicyReport _report = null!;

    [Inject]
    private PolicyReports Reports { get; set; } = null!;

    private IEnumerable<StoredColumn> OfPinterest => _report.Stored.Where(column => column.From == "pinterest");

    protected override void OnInitialized() => _report = Reports.Make(Caller);

    private static string Word(string state) => state switch
    {
        AccessStates.Done => "Done",
        AccessStates.Missing => "Missing",
        _ => "By hand",
    };
}

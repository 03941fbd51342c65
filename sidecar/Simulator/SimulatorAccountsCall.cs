using System.ComponentModel;
using FastEndpoints;

namespace Connector.Simulator;

/// <summary>A request about one simulator account, or about all of them.</summary>
public sealed record SimulatorAccountsCall
{
    [QueryParam, Description("A simulator account; all of them if left out.")]
    public string? AccountId { get; init; }
}

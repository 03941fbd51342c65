using Connector.Http;

namespace Connector.Agents.Protocol;

/// <summary>Who calls a tool, and how it is told how far the call got.</summary>
/// <param name="Caller">Whose key it is.</param>
/// <param name="ReportAsync">Takes the seconds so far, of how many, and what is going on; does nothing for who did not ask.</param>
internal sealed record AgentCall(Caller Caller, Func<double, double, string, Task> ReportAsync);

using Connector.Api;

namespace Connector.Pins;

/// <summary>One thing that was looked at before a pin is sent: passed, failed (it would be refused), warning (it would be accepted) or skipped. What each means: sidecar/CHECKS.md.</summary>
public sealed record PinCheck(string Name, string Status, string? Code, string? Message, string? Remediation)
{
    internal const string PassedStatus = "passed", FailedStatus = "failed", WarningStatus = "warning", SkippedStatus = "skipped";

    internal static PinCheck Passed(string name, string? message = null) => new(name, PassedStatus, null, message, null);

    internal static PinCheck Skipped(string name, string message) => new(name, SkippedStatus, null, message, null);

    internal static PinCheck Warning(string name, string code, string message, string remediation) => new(name, WarningStatus, code, message, remediation);

    internal static PinCheck Failed(string name, Problem problem) => new(name, FailedStatus, problem.Code, problem.Detail, problem.Remediation);
}

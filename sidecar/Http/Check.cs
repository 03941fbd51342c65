namespace Connector.Http;

/// <summary>
/// One check of a pin before it is sent: passed, failed (it would be refused), warning (it is sent, but could do better) or skipped.
/// What each means: sidecar/docs/checks.md.
/// </summary>
/// <param name="Name">What was checked, such as media_pixels.</param>
/// <param name="Status">passed, warning, failed or skipped.</param>
/// <param name="Code">What is wrong, for programs; null when nothing is.</param>
/// <param name="Message">What was found, for people.</param>
/// <param name="Remediation">What to do about it.</param>
public sealed record Check(
    string Name,
    [property: OneOf("CheckStatus", Check.PassedStatus, Check.WarningStatus, Check.FailedStatus, Check.SkippedStatus)] string Status,
    string? Code,
    string? Message,
    string? Remediation)
{
    internal const string PassedStatus = "passed", FailedStatus = "failed", WarningStatus = "warning", SkippedStatus = "skipped";

    internal bool HasFailed => Status == FailedStatus;

    internal bool Warns => Status == WarningStatus;

    internal static Check Passed(string name, string? message = null) => new(name, PassedStatus, null, message, null);

    internal static Check Skipped(string name, string message) => new(name, SkippedStatus, null, message, null);

    internal static Check Warning(string name, string code, string message, string remediation) =>
        new(name, WarningStatus, code, message, remediation);

    internal static Check Failed(string name, string code, string message, string remediation) =>
        new(name, FailedStatus, code, message, remediation);

    internal static Check Failed(string name, Problem problem) => Failed(name, problem.Code, problem.Detail, problem.Remediation);
}

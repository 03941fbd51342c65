namespace Connector.Assets;

/// <summary>One thing that was checked about a file.</summary>
/// <param name="Name">What was checked, such as media_pixels.</param>
/// <param name="Status">passed, warning (it goes out, but could be better) or failed (Pinterest would refuse it).</param>
/// <param name="Code">What is wrong, for programs; null when it passed.</param>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Remediation">What to do about it.</param>
public sealed record MediaCheck(string Name, string Status, string? Code, string? Message, string? Remediation)
{
    internal const string Passed = "passed", Warning = "warning", Failed = "failed";

    internal static MediaCheck Pass(string name) => new(name, Passed, null, null, null);

    internal static MediaCheck Warn(string name, string code, string message, string remediation) => new(name, Warning, code, message, remediation);

    internal static MediaCheck Fail(string name, string code, string message, string remediation) => new(name, Failed, code, message, remediation);
}

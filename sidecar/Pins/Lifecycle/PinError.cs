namespace Connector.Pins.Lifecycle;

/// <summary>
/// Why a pin failed or is unconfirmed: a code, a sentence, what to do, and whether trying again may succeed without a change.
/// </summary>
internal sealed record PinError(string? Code, string? Message, string? Remediation, bool? Retryable);

namespace Connector.Outgoing;

/// <summary>What one exchange may cost.</summary>
/// <param name="Time">From the look-up of the name to the last byte of the answer.</param>
/// <param name="Bytes">How much of the answer's body is read.</param>
internal sealed record OutgoingLimits(TimeSpan Time, int Bytes);

namespace Connector.Outgoing;

/// <summary>The limits of one exchange.</summary>
/// <param name="Time">From the look-up of the name to the last byte of the answer.</param>
/// <param name="Bytes">How much of the answer's body is read.</param>
internal sealed record OutgoingLimits(TimeSpan Time, int Bytes);

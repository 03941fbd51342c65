namespace Connector.Pins.Media;

/// <summary>What may be done with the media of a pin; each is asked only when there is something to do.</summary>
/// <param name="Keeps">Whether files may be fetched and kept.</param>
/// <param name="Converts">Whether a picture that Pinterest does not take may become one that it takes.</param>
/// <param name="AwaitsApproval">Whether nobody knows when the pin goes, because somebody has to approve it first.</param>
internal sealed record MediaTerms(Func<bool> Keeps, Func<bool> Converts, Func<bool> AwaitsApproval);

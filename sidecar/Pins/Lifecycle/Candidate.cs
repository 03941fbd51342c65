using Connector.Http;

namespace Connector.Pins.Lifecycle;

/// <summary>A pin on Pinterest that may be the one looked for, and why; it may be somebody else's, so nothing but its id is kept.</summary>
/// <remarks>https://policy.pinterest.com/en/developer-guidelines</remarks>
public sealed record Candidate(
    string PinterestPinId,
    [property: OneOf("MatchedBy", Candidate.ByMarker, Candidate.ByFingerprint, Candidate.ByResemblance)] string MatchedBy)
{
    internal const string ByMarker = "marker", ByFingerprint = "fingerprint", ByResemblance = "resemblance";
}

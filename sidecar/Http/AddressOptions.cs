using Connector.Settings;

namespace Connector.Http;

/// <summary>How the sidecar is reached: section <c>Connector</c>.</summary>
internal sealed class AddressOptions
{
    public const string Section = "Connector";

    /// <summary>What browsers and callers use, if it is not where it listens.</summary>
    [PublicAddress]
    public Uri? PublicUrl { get; set; }
}

using System.Net;

namespace Connector.Settings;

/// <summary>Where secrets are sent to: an https address, or plain http on this machine, where nobody listens on the way.</summary>
internal sealed class SafeAddressAttribute()
    : SettingRuleAttribute("an address that starts with https:// (plain http only on this machine, because secrets are sent there)")
{
    public override bool IsValid(object? value) => value is null
        || (value is Uri { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "", Host.Length: > 0 } address
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsThisMachine(address))));

    /// <summary>Nothing that is sent there leaves this machine.</summary>
    public static bool IsThisMachine(Uri address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}

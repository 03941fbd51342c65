namespace Connector.Settings;

/// <summary>Where callers reach the sidecar: in a network of one's own plain http is usual.</summary>
internal sealed class PublicAddressAttribute() : SettingRuleAttribute("an address such as https://pins.example.com")
{
    public override bool IsValid(object? value) => value is null
        || (value is Uri { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "", Host.Length: > 0 } address
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp));
}

using Connector.Http;
using Microsoft.Extensions.Options;

namespace Connector.Accounts.OAuth;

/// <summary>Where the last page may link back to: our own address, and hosts that a setting allows.</summary>
internal sealed class ReturnAddress(IOptions<OAuthOptions> options, PublicAddress address)
{
    private const int Longest = 2048;

    /// <summary>The address as it is parsed here, so that a browser cannot read another one out of it.</summary>
    /// <param name="text">A whole address, or a path of ours; null for none.</param>
    /// <exception cref="ProblemException">It leads to another host, or is no web address.</exception>
    public string? Read(string? text)
    {
        if (text is null) return null;
        // Browsers read a backslash as a slash.
        if (text.Length > Longest || text.Any(letter => char.IsControl(letter) || letter == '\\') || !TryParse(text, out var uri))
            throw Refused("is not a web address.");
        if (uri.UserInfo.Length > 0) throw Refused("must not contain a user name.");
        if (!IsAllowed(uri))
            throw Refused($"leads to {uri.Authority}, which the setting {OAuthOptions.ReturnHostsKey} does not name.");
        return uri.AbsoluteUri;
    }

    private bool TryParse(string text, out Uri uri)
    {
        // A path is read as a browser would; "//host" is then seen to be another host.
        return text.StartsWith('/')
            ? Uri.TryCreate(new Uri(address.Root), text, out uri!)
            : Uri.TryCreate(text, UriKind.Absolute, out uri!) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
    }

    private bool IsAllowed(Uri uri)
    {
        var own = new Uri(address.Root);
        if (uri.Scheme == own.Scheme && uri.IdnHost == own.IdnHost && uri.Port == own.Port) return true;
        return options.Value.ReturnHosts.Any(host => IsHost(uri, host));
    }

    private static bool IsHost(Uri uri, string host) =>
        Uri.TryCreate($"{uri.Scheme}://{host}", UriKind.Absolute, out var allowed)
        && allowed.IdnHost.Equals(uri.IdnHost, StringComparison.OrdinalIgnoreCase)
        && allowed.Port == uri.Port;

    private static ProblemException Refused(string why) => Problems.Invalid("return_url", why);
}

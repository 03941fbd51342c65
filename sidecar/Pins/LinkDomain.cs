using Connector.Http;

namespace Connector.Pins;

/// <summary>The domain by which Pinterest blocks links: the host in lower case, without <c>www.</c>.</summary>
internal static class LinkDomain
{
    public static string? Of(string? link)
    {
        if (link is null || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || !WebHost.Exists(uri)) return null;

        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}

using Connector.Http;

namespace Connector.Pins;

/// <summary>The domain by which Pinterest blocks links: the host in lower case, without <c>www.</c>.</summary>
internal static class LinkDomain
{
    public static string? Of(string? link)
    {
        if (link is not null && PlainAddress.HostOf(link) is { Length: > 0 } plain) return WithoutWww(plain.ToString());
        if (link is null || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || !WebHost.Exists(uri)) return null;

        return WithoutWww(uri.IdnHost.ToLowerInvariant().TrimEnd('.'));
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}

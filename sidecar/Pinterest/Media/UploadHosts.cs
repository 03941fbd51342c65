using System.IO.Enumeration;
using System.Net;
using Connector.Pinterest.Client;

namespace Connector.Pinterest.Media;

/// <summary>
/// Decides which hosts a file may be sent to: the address comes in an answer, so it is checked like all other input.
/// </summary>
internal static class UploadHosts
{
    /// <summary>
    /// The bucket that Pinterest's documentation shows, by the names S3 gives it; <c>*</c> stands for letters of one part of a name.
    /// </summary>
    /// <remarks>
    /// A bucket's own name may have dots, so a star that went over them would let in other people's buckets:
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
    /// </remarks>
    public const string Default =
        "pinterest-media-upload.s3*.amazonaws.com, pinterest-media-upload.s3.us-*.amazonaws.com, "
            + "pinterest-media-upload.s3-accelerate.dualstack.amazonaws.com";

    /// <summary>What is wrong with an address, for a person; null when a file may go there.</summary>
    public static string? ProblemOf(PinterestEnvironment environment, string? url, string allowed)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
            return "The upload address Pinterest gave is not a plain https URL. Nothing was sent; if it happens again, report it to "
                + "Pinterest.";

        if (environment == PinterestEnvironment.Simulator)
            return IsThisMachine(uri.Host)
                ? null
                : $"A simulator account's files go to the simulator only, not to {uri.Host}. Nothing was sent.";

        if (uri.Scheme == "http" && !IsThisMachine(uri.Host))
            return $"The upload address at {uri.Host} is not encrypted. Nothing was sent; only https is used beyond this machine.";

        var hosts = allowed.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return hosts.Any(host => Matches(host, uri.Host))
            ? null
            : $"Pinterest named {uri.Host} for the upload, a host that Connector:Pinterest:UploadHosts does not allow. Nothing was sent; "
                + "if Pinterest announced this host, add it to the setting and restart.";
    }

    private static bool Matches(string pattern, string host)
    {
        var (wanted, given) = (pattern.Split('.'), host.Split('.'));
        return wanted.Length == given.Length
            && wanted.Zip(given).All(part => FileSystemName.MatchesSimpleExpression(part.First, part.Second));
    }

    private static bool IsThisMachine(string host) =>
        host is "localhost" or PinterestTransport.SimulatorHost
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

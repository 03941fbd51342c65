using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Connector.Outgoing.Guard;

/// <summary>Accepts exactly the certificates the framework accepts, and says in plain words why another was not.</summary>
internal static class ServerCertificate
{
    private const X509ChainStatusFlags Unknown = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

    public static SslClientAuthenticationOptions Options() => new()
    {
        // A certificate may name the URL of its issuer's: fetching it would be a request that no rule here has checked.
        CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
        RemoteCertificateValidationCallback = (sender, _, chain, errors) =>
            errors == SslPolicyErrors.None ? true : throw new OutgoingException(Refusal(((SslStream)sender).TargetHostName, chain, errors)),
    };

    private static string Refusal(string host, X509Chain? chain, SslPolicyErrors errors)
    {
        var flaws = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, each) => all | each.Status);
        var why = errors switch
        {
            _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) => "it shows none",
            _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => "it is for another host name",
            _ when flaws.HasFlag(X509ChainStatusFlags.NotTimeValid) => "it has expired or is not valid yet",
            _ when (flaws & Unknown) != 0 => "no authority trusted here has signed it, or the certificates in between are not sent along",
            _ => flaws.ToString(),
        };
        return $"The TLS certificate of {host} is not valid: {why}. Nothing was sent; install a valid certificate there.";
    }
}

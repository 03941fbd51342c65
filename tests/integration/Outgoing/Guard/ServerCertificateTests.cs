using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Connector.Outgoing.Guard;

namespace Connector.Tests.Outgoing.Guard;

public sealed class ServerCertificateTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData("hooks.example", 1, "no authority trusted here has signed it")]
    [InlineData("hooks.example", -1, "it has expired or is not valid yet")]
    [InlineData("other.example", 1, "it is for another host name")]
    public async Task A_certificate_that_proves_nothing_is_refused_and_nothing_is_sent(string name, int daysLeft, string reason)
    {
        using var certificate = Certificate(name, daysLeft);
        await using var receiver = new RawReceiver(_ => Task.CompletedTask, greet: Tls(certificate));
        using var client = Sending.Client("127.0.0.1", Sending.To("127.0.0.1"));

        var refused = await client.GetAsync(receiver.Url("hooks.example", "https")).RefusedAsync();

        Assert.StartsWith($"The TLS certificate of hooks.example is not valid: {reason}", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.IsForbidden);
        await receiver.Quiet;
        Assert.Empty(receiver.Requests);
    }

    [Fact]
    public async Task A_certificate_cannot_make_us_fetch_its_issuers()
    {
        await using var inside = new RawReceiver("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        using var issuer = Certificate("issuer.example", 2);
        using var certificate = Certificate("hooks.example", 1, issuer, inside.Url());
        await using var receiver = new RawReceiver(_ => Task.CompletedTask, greet: Tls(certificate));
        using var client = Sending.Client("127.0.0.1", Sending.To("127.0.0.1"));

        await client.GetAsync(receiver.Url("hooks.example", "https")).RefusedAsync();

        Assert.Equal(0, inside.Connections);
    }

    [Fact]
    public async Task A_receiver_that_speaks_no_TLS_is_named()
    {
        await using var receiver = new RawReceiver(_ => Task.CompletedTask, greet: async stream =>
        {
            await RawReceiver.WriteAsync(stream, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            return stream;
        });
        using var client = Sending.Client("127.0.0.1");

        var refused = await client.GetAsync(receiver.Url(scheme: "https")).RefusedAsync();

        Assert.Equal($"127.0.0.1:{receiver.Port} could not agree on TLS; check that it speaks https on this port.", refused.Message);
    }

    [Fact]
    public void A_certificate_the_system_accepts_is_accepted()
    {
        using var certificate = Certificate("hooks.example", 1);
        using var stream = new SslStream(new MemoryStream());

        Assert.True(ServerCertificate.Options().RemoteCertificateValidationCallback!(stream, certificate, null, SslPolicyErrors.None));
    }

    private static Func<Stream, Task<Stream>> Tls(X509Certificate2 certificate) => async stream =>
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            // This side fetches nothing either.
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true),
        });
        return tls;
    };

    private static X509Certificate2 Certificate(string name, int daysLeft, X509Certificate2? issuer = null, string? issuerUrl = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(issuer is null, false, 0, true));
        if (issuerUrl is not null) request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [issuerUrl]));

        var (from, until) = (Now.AddDays(-2), Now.AddDays(daysLeft));
        if (issuer is null) return request.CreateSelfSigned(from, until);
        using var signed = request.Create(issuer, from, until, [1, 2, 3, 4]);
        return signed.CopyWithPrivateKey(key);
    }
}

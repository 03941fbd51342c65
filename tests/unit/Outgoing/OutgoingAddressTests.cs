using System.Net;
using Connector.Outgoing;
using Connector.Outgoing.Guard;

namespace Connector.Tests.Outgoing;

public sealed partial class OutgoingAddressTests
{
    private const string Incomplete = "must be complete";
    private const string Misplaced = "a space, a backslash or an invisible character";
    private const string Password = "before the @";
    private const string Port = "is not allowed for";
    private const string Plain = "Plain http is only for";
    private const string Private = "is not a public address";
    private const string Reserved = "is a reserved address";
    private const string Malformed = "neither a host name nor a valid address";
    private const string Zone = "names a network interface";

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("https://example.com/hook?token=1#part")]
    [InlineData("HTTPS://Example.COM:443/")]
    [InlineData("https://example.com./hook")]
    [InlineData("https://hooks.example.co.uk:8443/a/b")]
    [InlineData("https://example.com:1024/")]
    [InlineData("https://example.com:65535/")]
    [InlineData("https://example.com/a@b")]
    [InlineData("https://example.com?to=a@b")]
    [InlineData("https://example.com/#a@b")]
    [InlineData("https://example.com/%20%C3%BC")]
    [InlineData("https://example.com/ü/😀")]
    [InlineData("https://müller.example/")]
    [InlineData("https://my_n8n/")] // where it leads is judged when it is connected to
    [InlineData("https://metadata.google.internal/")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://172.32.0.1/")]
    [InlineData("https://100.128.0.1/")]
    [InlineData("https://[2606:4700:4700::1111]/")]
    [InlineData("https://[::ffff:8.8.8.8]/")]
    [InlineData("https://[64:ff9b::808:808]/")]
    public void A_public_https_url_may_be_called(string url) => Assert.Null(Address().ProblemOf(url));

    [Theory]
    [InlineData("n8n", "http://n8n/webhook", null)]
    [InlineData("n8n", "http://N8N.:5678/webhook", null)]
    [InlineData("n8n", "https://n8n:5678/webhook", null)]
    [InlineData("n8n", "http://n8n.example.com/", Plain)]
    [InlineData("n8n", "http://n8n:22/", Port)]
    [InlineData("n8n", "https://127.0.0.1/", Private)]
    [InlineData("n8n:5678", "http://n8n:5678/webhook", null)]
    [InlineData("n8n:5678", "http://n8n:5679/webhook", Plain)]
    [InlineData("n8n:81", "http://n8n:81/webhook", null)] // a port that is named is meant
    [InlineData("localhost", "http://localhost:5678/", null)]
    [InlineData("localhost", "http://127.0.0.1:5678/", Private)]
    [InlineData("localhost", "http://a.localhost:5678/", Private)]
    [InlineData("127.0.0.1", "http://127.0.0.1:5678/", null)]
    [InlineData("127.0.0.1", "http://127.1:5678/", null)]
    [InlineData("127.0.0.1", "http://[::ffff:127.0.0.1]:5678/", null)]
    [InlineData("127.0.0.1", "http://127.0.0.2:5678/", Private)]
    [InlineData("127.0.0.1:5678", "http://127.0.0.1:5678/", null)]
    [InlineData("127.0.0.1:5678", "http://127.0.0.1:5679/", Private)]
    [InlineData("[::1]:5678", "http://[::1]:5678/", null)]
    [InlineData("[::1]", "http://[0::1]:5678/", null)]
    [InlineData("127.0.0.0/8", "http://localhost:5678/", null)]
    [InlineData("172.16.0.0/12", "http://172.18.0.3:5678/", null)]
    [InlineData("172.16.0.0/12", "http://n8n:5678/", null)] // whether it leads there is judged when it is connected to
    [InlineData("172.16.0.0/12", "http://8.8.8.8/", Plain)]
    [InlineData("172.16.0.0/12", "http://192.168.0.1/", Private)]
    [InlineData("172.16.0.0/12", "https://example.com/", null)]
    [InlineData("169.254.169.254:80", "http://169.254.169.254/", Reserved)]
    [InlineData("0.0.0.0/0 ::/0", "https://169.254.169.254/", Reserved)]
    [InlineData("0.0.0.0/0 ::/0", "https://[fe80::1]/", Reserved)]
    [InlineData("0.0.0.0/0 ::/0", "https://10.0.0.1/", null)]
    [InlineData("169.254.0.0/16", "http://169.254.169.254/", null)]
    public void The_allow_list_allows_only_what_it_names(string list, string url, string? reason)
    {
        var problem = Address(list.Split(' ')).ProblemOf(url);

        if (reason is null) Assert.Null(problem);
        else Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "https://a.example/", "8.8.8.8 2606:4700::1111", true)]
    [InlineData("", "https://a.example/", "127.0.0.1", false)]
    [InlineData("", "https://a.example/", "8.8.8.8 10.0.0.1", false)]
    [InlineData("", "https://a.example/", "fd00::1 8.8.8.8", false)]
    [InlineData("", "https://a.example/", "::ffff:127.0.0.1", false)]
    [InlineData("a.example", "https://a.example/", "10.0.0.1 ::1", true)]
    [InlineData("a.example", "http://a.example/", "10.0.0.1", true)]
    [InlineData("a.example", "http://a.example/", "8.8.8.8", true)]
    [InlineData("a.example", "https://a.example/", "10.0.0.1 169.254.169.254", false)]
    [InlineData("a.example", "https://a.example/", "fe80::1", false)]
    [InlineData("a.example", "https://b.example/", "10.0.0.1", false)]
    [InlineData("a.example:8443", "https://a.example:8443/", "10.0.0.1", true)]
    [InlineData("a.example:8443", "https://a.example/", "10.0.0.1", false)]
    [InlineData("10.0.0.0/8", "https://a.example/", "10.0.0.1 8.8.8.8", true)]
    [InlineData("10.0.0.0/8", "http://a.example/", "10.0.0.1", true)]
    [InlineData("10.0.0.0/8", "http://a.example/", "10.0.0.1 8.8.8.8", false)]
    [InlineData("10.0.0.0/8", "http://a.example/", "8.8.8.8", false)]
    [InlineData("10.0.0.0/8", "https://a.example/", "192.168.0.1", false)]
    public void A_host_name_is_allowed_only_if_all_its_addresses_are(string list, string url, string addresses, bool isOpen)
    {
        var problem = Address(list.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ProblemOf(
            new Uri(url), [.. addresses.Split(' ').Select(IPAddress.Parse)]);

        Assert.Equal(isOpen, problem is null);
        Assert.All(addresses.Split(' '), address => Assert.DoesNotContain(address, problem ?? "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2048, null)]
    [InlineData(2049, "The URL has 2049 characters")]
    public void A_url_may_have_2048_characters(int length, string? reason)
    {
        var problem = Address().ProblemOf("https://example.com/".PadRight(length, 'a'));

        if (reason is null) Assert.Null(problem);
        else Assert.StartsWith(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://n8n:5678/secret?token=secret")]
    [InlineData("https://127.0.0.1/secret?token=secret")]
    [InlineData("https://169.254.169.254/secret")]
    [InlineData("https://secret:secret@example.com/")]
    [InlineData("https://example.com:22/secret")]
    [InlineData("https://example.com/secret\0")]
    [InlineData("secret")]
    public void A_refusal_never_repeats_a_secret_of_the_URL(string url) =>
        Assert.DoesNotContain("secret", Address().ProblemOf(url), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://n8n:5678/", "add n8n to Connector:Network:AllowPrivateAddresses")]
    [InlineData("https://192.168.1.20:5678/", "add 192.168.1.20 to Connector:Network:AllowPrivateAddresses")]
    public void A_refusal_names_the_setting_that_would_allow_the_address(string url, string advice) =>
        Assert.Contains(advice, Address().ProblemOf(url), StringComparison.Ordinal);

    [Fact]
    public void Random_text_is_never_allowed_and_never_throws()
    {
        string[] parts =
        [
            "https://", "http://", "//", "/", "\\", "@", ":", "443", "22", "8443", "[", "]", "::1", "::ffff:", "127.0.0.1", "0x7f",
            "2130706433", "10.", "1", ".", "%", "%00", "%2e",
            "localhost", "example.com", "a", "-", "_", "xn--", "xn--a",
            "ü", "ß", "İ", "。", "①", "\u200d", "\ud800", "\udc00", "😀",
            "?", "#", " ", "\0", new string('ü', 70), new string('a', 70),
        ];
        var random = new Random(1);
        for (var i = 0; i < 100_000; i++)
        {
            var url = (i % 4 == 0 ? "" : "https://") + string.Concat(random.GetItems(parts, random.Next(1, 7)));
            if (Address().ProblemOf(url) is not null) continue;

            var uri = new Uri(url);
            Assert.True(uri.Scheme == "https" && uri.UserInfo.Length == 0 && uri.Port is 443 or 8443, url);
            Assert.True(!IPAddress.TryParse(uri.IdnHost.Trim('.'), out var address) || AddressRules.IsPublic(address), url);
        }
    }

    private static OutgoingAddress Address(params string[] list) => new(new AllowList(list));
}

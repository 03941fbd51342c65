using System.Net;
using Connector.Outgoing;

namespace Connector.Tests.Outgoing;

public sealed class OutgoingAddressTests
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
    // Not a web address at all
    [InlineData("", Incomplete)]
    [InlineData("example.com/hook", Incomplete)]
    [InlineData("/hook", Incomplete)]
    [InlineData("//example.com/hook", Incomplete)]
    [InlineData("https:example.com", Incomplete)]
    [InlineData("https:/example.com", Incomplete)]
    [InlineData("https://", Incomplete)]
    [InlineData("https:///hook", Incomplete)]
    [InlineData("https://:443/", Incomplete)]
    [InlineData("https://example.com:65536/", Incomplete)]
    [InlineData("https://[::1", Incomplete)]
    [InlineData("https://a..b/", Incomplete)]
    [InlineData("https://-a.com/", Incomplete)]
    [InlineData("https://ex*mple.com/", Incomplete)]
    [InlineData("https://127%2e0%2e0%2e1/", Incomplete)]
    [InlineData("https://127.0.0.1%00.example.com/", Incomplete)]
    [InlineData("https://xn--ü/", Incomplete)]
    [InlineData("https://1.2.3.4:443:5/", Incomplete)]
    [InlineData("ftp://example.com/", Incomplete)]
    [InlineData("file:///etc/passwd", Incomplete)]
    [InlineData("gopher://example.com/", Incomplete)]
    [InlineData("javascript:alert(1)", Incomplete)]
    [InlineData("data:text/plain,x", Incomplete)]
    [InlineData("ws://example.com/", Incomplete)]
    [InlineData("unix:///var/run/docker.sock", Incomplete)]
    // Characters that one program reads differently from the next
    [InlineData(" https://example.com/", Misplaced)]
    [InlineData("https://example.com/ ", Misplaced)]
    [InlineData("https://example.com/a b", Misplaced)]
    [InlineData("https://example.com/\r\nHost: evil", Misplaced)]
    [InlineData("https://exam\tple.com/", Misplaced)]
    [InlineData("https://example.com/\0", Misplaced)]
    [InlineData("https://ex\u200bample.com/", Misplaced)]
    [InlineData("https://l\u00adocalhost/", Misplaced)]
    [InlineData("https://example.com\\@127.0.0.1/", Misplaced)]
    [InlineData("https:\\\\127.0.0.1\\", Misplaced)]
    // A host that looks like another
    [InlineData("https://user@example.com/", Password)]
    [InlineData("https://user:secret@example.com/", Password)]
    [InlineData("https://@example.com/", Password)]
    [InlineData("https://:@example.com/", Password)]
    [InlineData("https://example.com@127.0.0.1/", Password)]
    [InlineData("https://example.com:443@127.0.0.1/", Password)]
    [InlineData("https://[::1]:80@example.com/", Password)]
    // Other protocols' ports
    [InlineData("https://example.com:0/", Port)]
    [InlineData("https://example.com:22/", Port)]
    [InlineData("https://example.com:25/", Port)]
    [InlineData("https://example.com:80/", Port)]
    [InlineData("https://example.com:1023/", Port)]
    [InlineData("https://example.com:1720/", Port)]
    [InlineData("https://example.com:6000/", Port)]
    [InlineData("https://example.com:6667/", Port)]
    [InlineData("https://example.com:10080/", Port)]
    [InlineData("http://example.com:443/", Port)]
    // Without encryption
    [InlineData("http://example.com/", Plain)]
    [InlineData("http://n8n:5678/webhook/1", Plain)]
    [InlineData("HTTP://8.8.8.8/", Plain)]
    // This machine, in every notation
    [InlineData("https://127.0.0.1/", Private)]
    [InlineData("http://127.0.0.1:5280/", Private)]
    [InlineData("https://127.8.9.10/", Private)]
    [InlineData("https://127.1/", Private)]
    [InlineData("https://127.0.1/", Private)]
    [InlineData("https://2130706433/", Private)]
    [InlineData("https://0x7f000001/", Private)]
    [InlineData("https://0x7F.1/", Private)]
    [InlineData("https://0x7f.0x0.0x0.0x1/", Private)]
    [InlineData("https://0177.0.0.1/", Private)]
    [InlineData("https://017700000001/", Private)]
    [InlineData("https://localhost/", Private)]
    [InlineData("https://LOCALHOST:8443/", Private)]
    [InlineData("https://localhost./", Private)]
    [InlineData("https://admin.localhost/", Private)]
    [InlineData("https://[::1]/", Private)]
    [InlineData("https://[0:0:0:0:0:0:0:1]:8443/", Private)]
    [InlineData("https://[::ffff:127.0.0.1]/", Private)]
    [InlineData("https://[::ffff:7f00:1]/", Private)]
    [InlineData("https://[64:ff9b::7f00:1]/", Private)]
    [InlineData("https://[64:ff9b::127.0.0.1]/", Private)]
    // The network around it
    [InlineData("https://10.0.0.1/", Private)]
    [InlineData("https://10.1/", Private)]
    [InlineData("https://172.16.0.1/", Private)]
    [InlineData("https://172.31.255.255/", Private)]
    [InlineData("https://192.168.1.1/", Private)]
    [InlineData("https://0xc0a80101/", Private)]
    [InlineData("https://100.64.0.1/", Private)]
    [InlineData("https://[fd00::1]/", Private)]
    [InlineData("https://[fc00::1]/", Private)]
    [InlineData("https://[::ffff:10.0.0.1]/", Private)]
    // Cloud metadata, and addresses of nobody
    [InlineData("https://169.254.169.254/latest/meta-data/", Reserved)]
    [InlineData("http://169.254.169.254/latest/meta-data/", Reserved)]
    [InlineData("https://2852039166/", Reserved)]
    [InlineData("https://0xa9fea9fe/", Reserved)]
    [InlineData("https://[::ffff:169.254.169.254]/", Reserved)]
    [InlineData("https://[64:ff9b::a9fe:a9fe]/", Reserved)]
    [InlineData("https://0.0.0.0/", Reserved)]
    [InlineData("https://0/", Reserved)]
    [InlineData("https://[::]/", Reserved)]
    [InlineData("https://[::127.0.0.1]/", Reserved)]
    [InlineData("https://[2002:7f00:1::]/", Reserved)]
    [InlineData("https://[2001:0:7f00:1::]/", Reserved)]
    [InlineData("https://[fe80::1]/", Reserved)]
    [InlineData("https://[fec0::1]/", Reserved)]
    [InlineData("https://224.0.0.1/", Reserved)]
    [InlineData("https://255.255.255.255/", Reserved)]
    [InlineData("https://[ff02::1]/", Reserved)]
    [InlineData("https://[fe80::1%25eth0]/", Zone)]
    [InlineData("https://[fe80::1%1]/", Zone)]
    [InlineData("https://[2606:4700::1111%1]/", Zone)]
    // Numbers that some resolvers would read as addresses
    [InlineData("https://127.0.0.1./", Malformed)]
    [InlineData("https://0x7f.1./", Malformed)]
    [InlineData("https://127。0。0。1/", Malformed)]
    [InlineData("https://1.2.3.4.5/", Malformed)]
    [InlineData("https://256.256.256.256/", Malformed)]
    [InlineData("https://4294967296/", Malformed)]
    [InlineData("https://0xffffffffff/", Malformed)]
    [InlineData("https://08.0.0.1/", Malformed)]
    [InlineData("https://example.123/", Malformed)]
    public void A_url_that_leads_astray_is_refused_with_the_reason(string url, string reason) =>
        Assert.Contains(reason, Address().Objection(url), StringComparison.Ordinal);

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
    public void A_public_https_url_may_be_called(string url) => Assert.Null(Address().Objection(url));

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
    public void The_list_opens_what_it_names_and_no_more(string list, string url, string? reason)
    {
        var objection = Address(list.Split(' ')).Objection(url);

        if (reason is null) Assert.Null(objection);
        else Assert.Contains(reason, objection, StringComparison.Ordinal);
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
    public void A_name_may_lead_only_to_addresses_that_are_all_open(string list, string url, string addresses, bool isOpen)
    {
        var objection = Address(list.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Objection(new Uri(url), [.. addresses.Split(' ').Select(IPAddress.Parse)]);

        Assert.Equal(isOpen, objection is null);
        Assert.All(addresses.Split(' '), address => Assert.DoesNotContain(address, objection ?? "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2048, null)]
    [InlineData(2049, "The URL has 2049 characters")]
    public void A_url_may_have_2048_characters(int length, string? reason)
    {
        var objection = Address().Objection("https://example.com/".PadRight(length, 'a'));

        if (reason is null) Assert.Null(objection);
        else Assert.StartsWith(reason, objection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://n8n:5678/secret?token=secret")]
    [InlineData("https://127.0.0.1/secret?token=secret")]
    [InlineData("https://169.254.169.254/secret")]
    [InlineData("https://secret:secret@example.com/")]
    [InlineData("https://example.com:22/secret")]
    [InlineData("https://example.com/secret\0")]
    [InlineData("secret")]
    public void An_objection_repeats_nothing_that_may_be_secret(string url) =>
        Assert.DoesNotContain("secret", Address().Objection(url), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://n8n:5678/", "add n8n to Connector:Network:AllowPrivateAddresses")]
    [InlineData("https://192.168.1.20:5678/", "add 192.168.1.20 to Connector:Network:AllowPrivateAddresses")]
    public void An_objection_says_what_would_open_the_way(string url, string advice) =>
        Assert.Contains(advice, Address().Objection(url), StringComparison.Ordinal);

    [Fact]
    public void No_text_whatever_slips_through_or_breaks_the_judge()
    {
        string[] parts =
        [
            "https://", "http://", "//", "/", "\\", "@", ":", "443", "22", "8443", "[", "]", "::1", "::ffff:", "127.0.0.1", "0x7f", "2130706433", "10.", "1", ".", "%", "%00", "%2e",
            "localhost", "example.com", "a", "-", "_", "xn--", "xn--a", "ü", "ß", "İ", "。", "①", "\u200d", "\ud800", "\udc00", "😀", "?", "#", " ", "\0", new string('ü', 70), new string('a', 70),
        ];
        var random = new Random(1);
        for (var i = 0; i < 100_000; i++)
        {
            var url = (i % 4 == 0 ? "" : "https://") + string.Concat(random.GetItems(parts, random.Next(1, 7)));
            if (Address().Objection(url) is not null) continue;

            var uri = new Uri(url);
            Assert.True(uri.Scheme == "https" && uri.UserInfo.Length == 0 && uri.Port is 443 or 8443, url);
            Assert.True(!IPAddress.TryParse(uri.IdnHost.Trim('.'), out var address) || AddressRules.IsPublic(address), url);
        }
    }

    private static OutgoingAddress Address(params string[] list) => new(new AllowList(list));
}

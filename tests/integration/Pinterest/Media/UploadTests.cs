using System.Net;
using System.Net.Sockets;
using System.Text;
using Connector.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Pinterest.Media;

public sealed class UploadTests
{
    private const string NoContent = "HTTP/1.1 204 X\r\nSet-Cookie: a=b\r\n\r\n";
    private static readonly byte[] File = [.. "ftypmp42"u8];
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task An_upload_has_a_length_and_neither_token_nor_cookie()
    {
        await using var there = new ScriptedServer(NoContent, NoContent);
        using var client = Client();

        Assert.Equal(UploadEnd.Arrived, (await SendAsync(client, there.Url)).End);
        Assert.Equal(UploadEnd.Arrived, (await SendAsync(client, there.Url)).End);

        Assert.Equal(2, there.Heads.Count);
        Assert.All(there.Heads, head =>
        {
            Assert.Equal("POST /v5 HTTP/1.1", head[0]);
            var headers = head.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
            Assert.Equal(["Accept-Encoding", "Content-Length", "Content-Type", "Host", "User-Agent"], headers.Keys.Order());
            Assert.Matches("^multipart/form-data; boundary=[0-9a-f]{32}$", headers["Content-Type"]);
        });
        Assert.Empty(client.Meter.Begun);
    }

    [Theory]
    [InlineData(nameof(PinterestEnvironment.Production), "")]
    [InlineData(nameof(PinterestEnvironment.Sandbox), "uploads.example.com")]
    public async Task A_host_that_is_not_allowed_is_never_connected_to(string environment, string allowed)
    {
        await using var there = new ScriptedServer(NoContent);
        using var client = Client(allowed);

        var result = await SendAsync(client, there.Url, environment: Enum.Parse<PinterestEnvironment>(environment));

        Assert.Equal(UploadEnd.NotAllowed, result.End);
        Assert.Contains("Connector:Pinterest:UploadHosts", result.Message, StringComparison.Ordinal);
        Assert.Equal(0, there.Connections);
    }

    [Fact]
    public async Task A_simulator_accounts_file_reaches_nothing_but_the_simulator()
    {
        await using var internet = new ScriptedServer(NoContent);
        await using var simulator = await SimulatorFixture.StartAsync(settings: ("Connector:Pinterest:UploadHosts", "127.0.0.1"));

        var result = await simulator.Uploads.SendAsync(
            PinterestEnvironment.Simulator, Registration(internet.Url), new MemoryStream(File), default);

        Assert.Equal((UploadEnd.RegisterAnew, 404), (result.End, result.Status));
        Assert.Equal("/v5", Assert.Single(simulator.Log.Requests).Path);
        Assert.Equal(0, internet.Connections);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = new ScriptedServer(NoContent);
        await using var there = new ScriptedServer($"HTTP/1.1 307 X\r\nLocation: {elsewhere.Url}\r\nContent-Length: 0\r\n\r\n");
        using var client = Client();

        var result = await SendAsync(client, there.Url);

        Assert.Equal((UploadEnd.RegisterAnew, 307), (result.End, result.Status));
        Assert.Equal(0, elsewhere.Connections);
    }

    [Fact]
    public async Task What_S3_says_is_not_repeated_since_it_may_quote_a_secret()
    {
        const string body = "<Error><Code>AccessDenied</Code><Message>[\"eq\", \"$x-amz-security-token\", \"hidden\"]</Message></Error>";
        await using var there = new ScriptedServer($"HTTP/1.1 403 X\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        using var client = Client();

        var result = await SendAsync(client, there.Url);

        Assert.Equal((UploadEnd.RegisterAnew, "AccessDenied"), (result.End, result.Code));
        Assert.DoesNotContain("hidden", result.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, UploadEnd.RegisterAnew, 0)]
    [InlineData(1, UploadEnd.Arrived, 1)]
    [InlineData(null, UploadEnd.Arrived, 1)]
    internal async Task An_upload_whose_time_is_over_does_not_begin(int? secondsLeft, UploadEnd end, int requests)
    {
        await using var there = new ScriptedServer(NoContent);
        using var client = Client();
        client.PinterestClock.Note(PinterestEnvironment.Production, _clock.GetUtcNow());

        var result = await SendAsync(client, there.Url, secondsLeft is { } seconds ? _clock.GetUtcNow().AddSeconds(seconds) : null);

        Assert.Equal((end, requests), (result.End, there.Requests));
    }

    [Fact]
    public async Task A_clock_that_is_ahead_does_not_end_an_uploads_time()
    {
        await using var there = new ScriptedServer(NoContent);
        using var client = Client();
        client.PinterestClock.Note(PinterestEnvironment.Production, _clock.GetUtcNow());
        var deadline = _clock.GetUtcNow().AddHours(1);

        _clock.Jump(TimeSpan.FromDays(1));

        Assert.Equal(UploadEnd.Arrived, (await SendAsync(client, there.Url, deadline)).End);
    }

    [Fact]
    public async Task An_upload_that_finds_nobody_is_tried_again()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var url = $"http://{unused.LocalEndpoint}/";
        unused.Stop();
        using var client = Client();

        Assert.Equal(UploadEnd.TryAgain, (await SendAsync(client, url)).End);
    }

    [Fact]
    public async Task An_upload_that_stands_still_is_given_up_and_tried_again()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var client = Client();

        var upload = SendAsync(client, $"http://{silent.LocalEndpoint}/");
        using var connection = await silent.AcceptTcpClientAsync();
        await connection.GetStream().ReadExactlyAsync(new byte[400]); // the file is behind that, and the last thing that moved
        Assert.False(upload.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(90));

        var result = await upload;
        Assert.Equal((UploadEnd.TryAgain, "The upload stood still for 90 seconds."), (result.End, result.Message));
    }

    [Fact]
    public async Task An_upload_that_moves_may_take_as_long_as_it_takes()
    {
        await using var there = new ScriptedServer(NoContent);
        using var client = Client();
        using var slow = new SampleStream(400_000) { OnRead = () => _clock.Advance(TimeSpan.FromSeconds(80)) };

        var result = await client.Uploads.SendAsync(PinterestEnvironment.Production, Registration(there.Url), slow, default);

        Assert.Equal(UploadEnd.Arrived, result.End);
    }

    [Fact]
    public async Task Whoever_cancels_an_upload_is_not_told_of_a_failure()
    {
        await using var there = new ScriptedServer(NoContent);
        using var client = Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Uploads.SendAsync(
            PinterestEnvironment.Production, Registration(there.Url), new MemoryStream(File), new CancellationToken(canceled: true)));
    }

    private ClientOf Client(string allowed = "127.0.0.1") =>
        new("http://127.0.0.1:9/v5", _clock, ("Connector:Pinterest:UploadHosts", allowed));

    private static Task<UploadResult> SendAsync(
        ClientOf client, string url, DateTimeOffset? deadline = null, PinterestEnvironment environment = PinterestEnvironment.Production) =>
        client.Uploads.SendAsync(environment, Registration(url, deadline), new MemoryStream(File), default);

    private static MediaRegistration Registration(string url, DateTimeOffset? deadline = null) => new()
    {
        MediaId = "12",
        UploadUrl = url,
        UploadParameters = new()
        {
            ["key"] = "uploads/1",
            ["policy"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Policy(deadline))),
        },
    };

    private static string Policy(DateTimeOffset? deadline) =>
        deadline is null ? "{}" : $$"""{"expiration":"{{deadline:yyyy-MM-ddTHH:mm:ssZ}}"}""";
}

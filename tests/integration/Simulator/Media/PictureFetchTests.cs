using System.Net;
using Connector.Outgoing.Guard;
using Connector.Pinterest;
using Connector.Tests.Assets;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connector.Tests.Simulator.Media;

/// <summary>What the simulator says of a picture whose address the settings open: it fetches it, as Pinterest does.</summary>
public sealed class PictureFetchTests : IAsyncLifetime
{
    private const string Listed = "pictures.example";

    private readonly List<string> _resolved = [];
    private FileHost _host = null!;
    private SimulatorFixture _simulator = null!;
    private PinterestSession _session = null!;
    private string _board = null!;
    private IPAddress _listed = IPAddress.Loopback;

    public static TheoryData<string, string> Refused => new()
    {
        { "page", nameof(FailureKind.ImageFormat) },
        { "gif", nameof(FailureKind.ImageFormat) },
        { "webp", nameof(FailureKind.ImageFormat) },
        { "film", nameof(FailureKind.ImageBroken) },
        { "cut png", nameof(FailureKind.ImageBroken) },
        { "cut jpeg", nameof(FailureKind.ImageBroken) },
        { "empty", nameof(FailureKind.ImageBroken) },
        { "small", nameof(FailureKind.ImageTooSmall) },
        { "not found", nameof(FailureKind.UrlUnreachable) },
        { "breaks off", nameof(FailureKind.ImageBroken) },
        { "announced too large", nameof(FailureKind.Invalid) },
        { "too large", nameof(FailureKind.Invalid) },
    };

    public async ValueTask InitializeAsync()
    {
        _host = await FileHost.StartAsync();
        _simulator = await SimulatorFixture.StartAsync(
            also: services => services.Replace(ServiceDescriptor.Singleton<Resolve>((host, _) =>
            {
                _resolved.Add(host);
                return Task.FromResult<IPAddress[]>([host == Listed ? _listed : IPAddress.Loopback]);
            })),
            settings: ("Connector:Network:AllowPrivateAddresses", $"127.0.0.1,{Listed}"));
        _session = await _simulator.SessionAsync();
        _board = await _simulator.BoardIdAsync(_session);
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_Pinterest_would_not_take_is_refused_by_its_bytes_whatever_its_name(string file, string kind)
    {
        _host.Answer = http => AnswerAsync(http, file);

        var refused = await Assert.ThrowsAsync<PinterestException>(() => CreateAsync(new ImageUrlSource(At("/fine.jpg"))));

        Assert.Equal(kind, refused.Failure.Kind.ToString());
        Assert.Empty(_simulator.Control.Pins("maria"));
    }

    [Fact]
    public async Task A_picture_is_taken_by_its_bytes_with_its_size_whatever_its_name()
    {
        _host.Answer = http => SendAsync(http, SampleMedia.Png(800, 1200));

        await CreateAsync(new ImageUrlSource(At("/broken.webp")));

        var image = Assert.Single(Assert.Single(_simulator.Control.Pins("maria")).Images);
        Assert.Equal((800, 1200, At("/broken.webp")), (image.Width, image.Height, image.Url));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Every_picture_of_a_carousel_is_fetched(int wrong)
    {
        _host.Answer = http => SendAsync(http, http.Request.Path == $"/{wrong}.jpg" ? "GIF89a"u8.ToArray() : SampleMedia.Png());

        var refused = await Assert.ThrowsAsync<PinterestException>(
            () => CreateAsync(new CarouselUrlSource([new(At("/0.jpg")), new(At("/1.jpg"))])));

        Assert.Equal(FailureKind.ImageFormat, refused.Failure.Kind);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_out_of_reach_after_ten_seconds_and_stops_nobody_else()
    {
        var isAsked = new TaskCompletionSource();
        _host.Answer = http =>
        {
            isAsked.TrySetResult();
            return Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        var slow = CreateAsync(new ImageUrlSource(At("/slow.jpg")));
        await isAsked.Task;
        await CreateAsync(new ImageUrlSource("https://example.com/other.jpg"));
        _simulator.Clock.Advance(TimeSpan.FromSeconds(10));

        var refused = await Assert.ThrowsAsync<PinterestException>(() => slow);
        Assert.Equal(FailureKind.UrlUnreachable, refused.Failure.Kind);
    }

    [Fact]
    public async Task The_internet_is_never_reached_and_no_name_is_looked_up_that_the_settings_do_not_list()
    {
        _host.Answer = http =>
        {
            http.Response.Redirect("http://shop.example/a.jpg");
            return Task.CompletedTask;
        };

        await CreateAsync(new ImageUrlSource("https://example.com/a.jpg"));
        await CreateAsync(new ImageUrlSource("https://8.8.8.8/a.jpg"));
        await CreateAsync(new ImageUrlSource(At("/moved.jpg")));

        Assert.Empty(_resolved);
        Assert.Equal(3, _simulator.Control.Pins("maria").Count);
    }

    [Fact]
    public async Task A_listed_name_is_fetched_from_only_while_it_leads_to_a_private_address()
    {
        _host.Answer = http => SendAsync(http, "GIF89a"u8.ToArray());
        var url = At("/a.jpg").Replace("127.0.0.1", Listed, StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<PinterestException>(() => CreateAsync(new ImageUrlSource(url)));
        _listed = IPAddress.Parse("8.8.8.8");
        await CreateAsync(new ImageUrlSource(url.Replace("http:", "https:", StringComparison.Ordinal)));

        Assert.Equal(FailureKind.ImageFormat, refused.Failure.Kind);
        Assert.Equal([Listed, Listed], _resolved);
    }

    private string At(string path) => _host.Url + path;

    private Task<PinReceipt> CreateAsync(MediaSource source) =>
        _simulator.Pinterest.CreatePinAsync(_session, Sample.Pin(_board) with { MediaSource = source }, default);

    private static Task AnswerAsync(HttpContext http, string file)
    {
        switch (file)
        {
            case "not found":
                http.Response.StatusCode = 404;
                return Task.CompletedTask;
            case "breaks off":
                // More than connections keep in between: when it is sent, the headers have arrived.
                return BreakOffAsync(http, [.. SampleMedia.Png(), .. new byte[16 * 1024 * 1024]]);
            case "announced too large":
                http.Response.ContentLength = 20 * 1024 * 1024 + 1;
                return http.Response.StartAsync();
            default:
                return SendAsync(http, BytesOf(file));
        }
    }

    private static async Task BreakOffAsync(HttpContext http, byte[] file)
    {
        http.Response.ContentLength = file.Length + 1;
        await http.Response.StartAsync();
        await SendAsync(http, file);
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    private static Task SendAsync(HttpContext http, byte[] file) => http.Response.Body.WriteAsync(file).AsTask();

    private static byte[] BytesOf(string file) => file switch
    {
        "page" => "\n <!doctype html><title>Soup</title>"u8.ToArray(),
        "gif" => SamplePictures.Gif(),
        "webp" => SamplePictures.WebP(),
        "film" => SampleMedia.Movie(new Film()),
        "cut png" => SampleMedia.Png(1000, 1500)[..^12],
        "cut jpeg" => SamplePictures.Jpeg(300, 400)[..^2],
        "small" => SampleMedia.Png(99, 1500),
        "too large" => [.. SampleMedia.Png(1000, 1500), .. new byte[20 * 1024 * 1024]],
        _ => [],
    };
}

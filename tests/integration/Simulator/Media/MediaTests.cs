using System.Security.Cryptography;
using Connector.Pinterest;
using Connector.Simulator.Faults;
using Connector.Simulator.State;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Media;

public sealed class MediaTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simulator").FullName;
    private readonly ManualClock _clock = new();
    private SimulatorFixture _simulator = null!;
    private PinterestSession _session = null!;

    private PinterestClient Pinterest => _simulator.Pinterest;

    public async ValueTask InitializeAsync()
    {
        _simulator = await StartAsync();
        _session = await _simulator.SessionAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_video_is_registered_uploaded_processed_and_pinned()
    {
        var registration = await Pinterest.RegisterMediaAsync(_session, default);
        Assert.Equal(_clock.GetUtcNow().AddHours(1), registration.Deadline);
        Assert.Equal(MediaStatus.Registered, await StatusAsync(registration));

        using var file = new SampleStream(500_000) { Position = 1000 };
        Assert.Equal((UploadEnd.Arrived, 204), await UploadAsync(registration, file) is var result ? (result.End, result.Status) : default);
        Assert.Equal(MediaStatus.Processing, await StatusAsync(registration));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(MediaStatus.Succeeded, await StatusAsync(registration));

        var receipt = await CreateAsync(new VideoSource(registration.MediaId) { CoverImageKeyFrameTime = 3 });
        var pin = await Pinterest.GetPinAsync(_session, receipt.PinId, default);
        Assert.Equal(("VIDEO", "video"), (pin.CreativeType, pin.Media?.MediaType));
        Assert.Equal(new SimulatedVideo(registration.MediaId, 3), Assert.Single(_simulator.Control.Pins("maria")).Video);

        file.Position = 1000;
        var kept = Assert.Single(_simulator.Get<SimulatorState>().FindAccount("maria")!.Media.Values);
        Assert.Equal((499_000, Convert.ToHexStringLower(await SHA256.HashDataAsync(file))), (kept.Bytes, kept.Sha256));
    }

    [Fact]
    public async Task Registering_counts_as_a_write_and_asking_as_a_read_and_uploading_not_at_all()
    {
        var before = _simulator.Meter.Begun.Count;

        var registration = await Pinterest.RegisterMediaAsync(_session, default);
        await UploadAsync(registration, new SampleStream(10));
        await StatusAsync(registration);

        Assert.Equal([RateCategory.OrgWrite, RateCategory.OrgRead], _simulator.Meter.Begun.Skip(before));
    }

    [Fact]
    public async Task Media_is_known_after_a_restart_and_forgotten_when_all_starts_over()
    {
        var uploaded = await Pinterest.RegisterMediaAsync(_session, default);
        await UploadAsync(uploaded, new SampleStream(10));
        var open = await Pinterest.RegisterMediaAsync(_session, default);
        await _simulator.DisposeAsync();

        _simulator = await StartAsync();
        Assert.Equal(MediaStatus.Processing, await StatusAsync(uploaded));
        Assert.Equal(UploadEnd.Arrived, (await UploadAsync(open, new SampleStream(10))).End);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((MediaStatus.Succeeded, MediaStatus.Succeeded), (await StatusAsync(uploaded), await StatusAsync(open)));
        Assert.DoesNotContain((await Pinterest.RegisterMediaAsync(_session, default)).MediaId, new[] { uploaded.MediaId, open.MediaId });

        _simulator.Control.StartOver("maria");
        Assert.Equal(MediaStatus.Absent, await StatusAsync(uploaded));
    }

    [Fact]
    public async Task Media_belongs_to_its_account()
    {
        var registration = await UploadedAsync();
        var peter = await _simulator.SessionAsync("peter");

        Assert.Equal(MediaStatus.Absent, await Pinterest.GetMediaAsync(peter, registration.MediaId, default));
        var board = await _simulator.BoardIdAsync(peter);
        var video = new VideoSource(registration.MediaId) { CoverImageKeyFrameTime = 0 };
        await RefusedAsync(
            FailureKind.NotFound,
            () => Pinterest.CreatePinAsync(peter, new PinCreate { BoardId = board, MediaSource = video }, default));
    }

    [Fact]
    public async Task A_pin_is_made_only_of_a_video_that_is_processed()
    {
        var registration = await Pinterest.RegisterMediaAsync(_session, default);
        var source = new VideoSource(registration.MediaId) { CoverImageKeyFrameTime = 0 };

        await RefusedAsync(FailureKind.Invalid, () => CreateAsync(source));
        _simulator.Faults.Add(new FaultRule("maria", "media_failed"));
        await UploadAsync(registration, new SampleStream(10));
        await RefusedAsync(FailureKind.Invalid, () => CreateAsync(source));
        _clock.Advance(TimeSpan.FromSeconds(5));
        await RefusedAsync(FailureKind.Invalid, () => CreateAsync(source));

        Assert.Empty(_simulator.Control.Pins("maria"));
    }

    public static TheoryData<string, string> Covers => new()
    {
        { "none", nameof(FailureKind.Invalid) },
        { "webp", nameof(FailureKind.ImageFormat) },
        { "broken", nameof(FailureKind.ImageBroken) },
        { "before the start", nameof(FailureKind.Invalid) },
        { "no data", nameof(FailureKind.Invalid) },
    };

    [Theory]
    [MemberData(nameof(Covers))]
    public async Task A_video_needs_a_cover_that_Pinterest_can_use(string cover, string kind)
    {
        var video = new VideoSource((await UploadedAsync()).MediaId);
        var source = cover switch
        {
            "webp" => video with { CoverImageUrl = "https://example.com/a.webp" },
            "broken" => video with { CoverImageContentType = "image/png", CoverImageData = [1, 2, 3] },
            "before the start" => video with { CoverImageKeyFrameTime = -1 },
            "no data" => video with { CoverImageContentType = "image/png" },
            _ => video,
        };

        await RefusedAsync(Enum.Parse<FailureKind>(kind), () => CreateAsync(source));
        await CreateAsync(video with { CoverImageContentType = "image/jpeg", CoverImageData = SampleImages.Jpeg() });
    }

    private Task<SimulatorFixture> StartAsync() => SimulatorFixture.StartAsync(_clock, Path.Combine(_folder, "simulator.jsonl"));

    private async Task<MediaRegistration> UploadedAsync()
    {
        var registration = await Pinterest.RegisterMediaAsync(_session, default);
        await UploadAsync(registration, new SampleStream(10));
        _clock.Advance(TimeSpan.FromSeconds(5));
        return registration;
    }

    private Task<UploadResult> UploadAsync(MediaRegistration registration, Stream file) =>
        _simulator.Uploads.SendAsync(PinterestEnvironment.Simulator, registration, file, default);

    private Task<MediaStatus> StatusAsync(MediaRegistration registration) =>
        Pinterest.GetMediaAsync(_session, registration.MediaId, default);

    private async Task<PinReceipt> CreateAsync(MediaSource source) => await Pinterest.CreatePinAsync(
        _session, new PinCreate { BoardId = await _simulator.BoardIdAsync(_session), MediaSource = source }, default);

    private static async Task RefusedAsync(FailureKind kind, Func<Task> call) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<PinterestException>(call)).Failure.Kind);
}

using Connector.Pinterest;
using Connector.Simulator.Faults;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator;

/// <content>Uploads of videos, and pins of them.</content>
public sealed partial class OpenApiConformanceTests
{
    [Fact]
    public async Task Videos()
    {
        List<string> media = [];
        for (var count = 1; count <= 3; count++)
        {
            var registration = await Pinterest.RegisterMediaAsync(_session, default);
            await _simulator.Uploads.SendAsync(PinterestEnvironment.Simulator, registration, new SampleStream(5000), default);
            media.Add(registration.MediaId);
        }

        await Pinterest.GetMediaAsync(_session, media[0], default);
        await Pinterest.GetMediaAsync(_session, "12", default);
        await RefusedAsync(() => CreateAsync(new VideoSource(media[0]) { CoverImageKeyFrameTime = 0 }));
        _simulator.Clock.Advance(TimeSpan.FromSeconds(5));
        await Pinterest.GetMediaAsync(_session, media[0], default);
        foreach (var url in new[] { "/v5/media?page_size=2", "/v5/media" }) await ListMediaAsync(url);

        await CreateAsync(new VideoSource(media[0]) { CoverImageKeyFrameTime = 0 });
        await CreateAsync(new VideoSource(media[1]) { CoverImageUrl = "https://example.com/a.jpg" });
        await CreateAsync(new VideoSource(media[2]) { CoverImageContentType = "image/png", CoverImageData = SampleImages.Png() });
        await RefusedAsync(() => CreateAsync(new VideoSource(media[0])));
        var pin = (await Pinterest.ListBoardPinsAsync(_session, _board, null, 250, default)).Items[0];
        await Pinterest.GetPinAsync(_session, pin.Id, default);
        _simulator.Faults.Add(new FaultRule("maria", "register_unavailable"));
        await RefusedAsync(() => Pinterest.RegisterMediaAsync(_session, default));

        AssertConforms(18);

        Task CreateAsync(MediaSource source) =>
            Pinterest.CreatePinAsync(_session, new PinCreate { BoardId = _board, MediaSource = source }, default);
    }

    private async Task ListMediaAsync(string path)
    {
        using var http = _simulator.Get<IHttpClientFactory>().CreateClient(PinterestHttp.ClientName(PinterestEnvironment.Simulator));
        http.DefaultRequestHeaders.Authorization = new("Bearer", _session.AccessToken);
        using var answer = await http.GetAsync(new Uri($"http://simulator.localhost{path}"));
        Assert.True(answer.IsSuccessStatusCode);
    }
}

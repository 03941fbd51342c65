using Connector.Pinterest;
using Connector.Simulator.Faults;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Media;

public sealed class MediaFaultTests : ConnectedSimulator
{
    /// <summary>How the upload ends, and how the media is at once, after 299 seconds, after 300, and after a day.</summary>
    [Theory]
    [InlineData("media_failed", nameof(UploadEnd.Arrived), "Processing Failed Failed Failed")]
    [InlineData("media_stuck", nameof(UploadEnd.Arrived), "Processing Processing Processing Processing")]
    [InlineData("media_slow", nameof(UploadEnd.Arrived), "Processing Processing Succeeded Succeeded")]
    [InlineData("media_lost", nameof(UploadEnd.Arrived), "Registered Registered Registered Registered")]
    [InlineData("upload_refused", nameof(UploadEnd.RegisterAnew), "Registered Registered Registered Registered")]
    [InlineData("upload_dropped", nameof(UploadEnd.TryAgain), "Registered Registered Registered Registered")]
    public async Task A_fault_strikes_one_upload(string fault, string end, string statuses)
    {
        Simulator.Faults.Add(new FaultRule("maria", fault) { Seconds = 300 });
        var registration = await Simulator.Pinterest.RegisterMediaAsync(Session, default);

        var result = await UploadAsync(registration, 300_000);
        List<MediaStatus> seen = [];
        foreach (var later in new[] { 0, 299, 1, 86_100 })
        {
            Simulator.Clock.Advance(TimeSpan.FromSeconds(later));
            seen.Add(await Simulator.Pinterest.GetMediaAsync(Session, registration.MediaId, default));
        }

        Assert.Equal((end, statuses), (result.End.ToString(), string.Join(' ', seen)));
        Assert.Empty(Simulator.Faults.Remaining);
    }

    [Theory]
    [InlineData("register_unavailable")]
    public async Task A_registration_can_fail_and_succeed_the_next_time(string fault)
    {
        Simulator.Faults.Add(new FaultRule("maria", fault));

        var thrown = await Assert.ThrowsAsync<PinterestException>(() => Simulator.Pinterest.RegisterMediaAsync(Session, default));

        Assert.Equal((FailureKind.ServerError, 500), (thrown.Failure.Kind, thrown.Failure.Status));
        Assert.NotEmpty((await Simulator.Pinterest.RegisterMediaAsync(Session, default)).MediaId);
    }

    /// <summary>What was cut off, lost on the way or refused for a while arrives with the same registration.</summary>
    [Theory]
    [InlineData("upload_dropped", UploadEnd.TryAgain)]
    [InlineData("media_lost", UploadEnd.Arrived)]
    [InlineData("accept_then_drop", UploadEnd.TryAgain)]
    [InlineData("drop_before_read", UploadEnd.TryAgain)]
    [InlineData("server_error", UploadEnd.TryAgain)]
    internal async Task An_upload_can_be_repeated(string fault, UploadEnd end)
    {
        Simulator.Faults.Add(new FaultRule("maria", fault) { Operation = "upload_media" });
        var registration = await Simulator.Pinterest.RegisterMediaAsync(Session, default);

        Assert.Equal(end, (await UploadAsync(registration, 300_000)).End);
        Assert.Equal(UploadEnd.Arrived, (await UploadAsync(registration, 300_000)).End);

        Simulator.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(MediaStatus.Succeeded, await Simulator.Pinterest.GetMediaAsync(Session, registration.MediaId, default));
    }

    private Task<UploadResult> UploadAsync(MediaRegistration registration, int bytes) =>
        Simulator.Uploads.SendAsync(PinterestEnvironment.Simulator, registration, new SampleStream(bytes), default);
}

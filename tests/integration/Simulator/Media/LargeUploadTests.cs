using Connector.Pinterest;
using Connector.Simulator.State;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Media;

/// <summary>Measured alone: what others do at the same time would be measured too.</summary>
[CollectionDefinition(nameof(LargeUploadTests), DisableParallelization = true)]
[Collection(nameof(LargeUploadTests))]
public sealed class LargeUploadTests
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task A_large_video_passes_without_being_held_in_memory_on_either_side()
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        var session = await simulator.SessionAsync();
        await UploadAsync(1 * Megabyte); // what is made once for all is not counted

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await UploadAsync(64 * Megabyte);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.InRange(allocated, 0, 16 * Megabyte);

        async Task UploadAsync(long bytes)
        {
            var registration = await simulator.Pinterest.RegisterMediaAsync(session, default);
            var result = await simulator.Uploads.SendAsync(PinterestEnvironment.Simulator, registration, new SampleStream(bytes), default);
            Assert.Equal(UploadEnd.Arrived, result.End);
            Assert.Equal(bytes, simulator.Get<SimulatorState>().FindAccount("maria")!.Media[registration.MediaId].Bytes);
        }
    }
}

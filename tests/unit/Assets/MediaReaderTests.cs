using Connector.Assets;
using Connector.Assets.Media;

namespace Connector.Tests.Assets;

public sealed class MediaReaderTests
{
    private static readonly AssetOptions Limits = new();

    public static TheoryData<string> Names => [.. MediaSamples.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_judged_by_its_bytes(string name)
    {
        var sample = MediaSamples.All.Single(one => one.Name == name);

        var facts = MediaReader.Read(new MemoryStream(sample.Bytes));

        Assert.Equal(sample.Facts, Describe(facts));
        var notPassed = MediaChecks.Of(facts, Limits).Where(check => check.Status != "passed");
        Assert.Equal(sample.Checks, notPassed.Select(check => $"{check.Name} {check.Status} {check.Code}"));
    }

    /// <remarks>Allocated and read bytes, not milliseconds: they say the same on every machine.</remarks>
    [Theory]
    [MemberData(nameof(Names))]
    public void No_file_costs_much_to_judge(string name)
    {
        var file = new CountingStream(MediaSamples.All.Single(one => one.Name == name).Bytes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        MediaReader.Read(file);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, 4 * 1024 * 1024);
        Assert.InRange(file.Taken, 0, 512 * 1024 + file.Length);
    }

    [Fact]
    public void The_table_is_as_long_as_it_must_be() => Assert.InRange(MediaSamples.All.Count, 40, int.MaxValue);

    private static string Describe(MediaFacts facts) => string.Join(' ', new[]
    {
        facts.Format.ContentType ?? facts.Format.Name,
        facts.Width is null || (facts.Format.Kind == "video" && facts.Width == 0) ? null : $"{facts.Width}×{facts.Height}",
        facts.Duration is { } duration ? $"{duration.TotalSeconds:0.###}s" : null,
        facts.VideoCodec,
    }.Where(part => part is not null));

    /// <summary>Counts what is read of it.</summary>
    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long Taken { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = base.Read(buffer);
            Taken += read;
            return read;
        }

        public override int ReadByte()
        {
            Taken++;
            return base.ReadByte();
        }
    }
}

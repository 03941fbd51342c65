using System.Diagnostics;
using Connector.Assets;
using Connector.Bench.Report;
using Connector.Tests.Assets;

namespace Connector.Bench.MediaChecking;

/// <summary>
/// How long and how much memory it takes to check a file, for each sample of the tests: valid, invalid, cut off and hostile ones.
/// </summary>
internal static class MediaCheckBench
{
    private const int Rounds = 20;

    public static Task<List<Line>> RunAsync()
    {
        var limits = new AssetOptions();
        var (cold, coldName) = Worst(1, limits);
        var (warm, warmName) = Worst(Rounds, limits);
        var most = MediaSamples.All.Max(sample => Allocated(sample.Bytes, limits));
        return Task.FromResult<List<Line>>(
        [
            new(
                $"checking a file, the slowest of {MediaSamples.All.Count}",
                $"{warm:0.00} ms",
                "≤ 100 ms",
                $"{warmName}; the first time, while it is compiled, {cold:0} ms ({coldName})"),
            new("memory it takes, the most", $"{most / 1024.0 / 1024:0.00} MB", "≤ 50 MB", "allocated altogether, headers and all"),
        ]);
    }

    /// <summary>The best of some rounds for each, and then the slowest file.</summary>
    private static (double Milliseconds, string Name) Worst(int rounds, AssetOptions limits) => MediaSamples.All
        .Select(sample => (Enumerable.Range(0, rounds).Min(_ => Time(sample.Bytes, limits)), sample.Name))
        .MaxBy(each => each.Item1);

    private static double Time(byte[] bytes, AssetOptions limits)
    {
        var begun = Stopwatch.GetTimestamp();
        MediaChecks.Of(MediaReader.Read(new MemoryStream(bytes)), limits);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static long Allocated(byte[] bytes, AssetOptions limits)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        MediaChecks.Of(MediaReader.Read(new MemoryStream(bytes)), limits);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

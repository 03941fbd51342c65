namespace Connector.Crash.Disks;

internal static class DiskTroubles
{
    public static Task<int> RunAsync(Effort effort) => Task.FromResult(effort.Rounds);
}

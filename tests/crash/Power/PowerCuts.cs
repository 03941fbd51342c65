namespace Connector.Crash.Power;

internal static class PowerCuts
{
    public static Task<int> RunAsync(Effort effort) => Task.FromResult(effort.Rounds);
}

using System.Diagnostics;

namespace Connector.Tests.Support;

/// <summary>Waits up to a minute for something that another thread does, without sleeping.</summary>
public static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Longest)
                throw new TimeoutException("What the test waits for did not happen within a minute.");
            await Task.Yield();
        }
    }
}

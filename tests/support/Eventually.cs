using System.Diagnostics;

namespace Connector.Tests.Support;

/// <summary>Waits up to a minute for something that another thread does, and leaves that thread the processor.</summary>
public static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60), Pause = TimeSpan.FromMilliseconds(2);

    /// <param name="condition">What is waited for.</param>
    /// <param name="otherwise">What is said when it does not happen.</param>
    public static Task TrueAsync(Func<bool> condition, Func<string>? otherwise = null) =>
        TrueAsync(() => Task.FromResult(condition()), otherwise);

    /// <inheritdoc cref="TrueAsync(Func{bool}, Func{string})"/>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string>? otherwise = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Longest)
                throw new TimeoutException($"What the test waits for did not happen within a minute. {otherwise?.Invoke()}");
            await Task.Delay(Pause);
        }
    }
}

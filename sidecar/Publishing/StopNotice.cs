using Connector.Publishing.Worker;

namespace Connector.Publishing;

/// <summary>Says in the log that the process stops, what it waits for, and what is left for the next start.</summary>
internal sealed partial class StopNotice(QueueStore queue, TimeProvider clock, ILogger<StopNotice> logger) : IHostedLifecycleService
{
    // A start that fails says why in one line; that it stops is no news then.
    private bool _hasStarted;
    private long _began;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (!_hasStarted) return Task.CompletedTask;

        _began = clock.GetTimestamp();
        Log.Stopping(logger, AccountWorkers.Grace.TotalSeconds);
        return Task.CompletedTask;
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (!_hasStarted) return Task.CompletedTask;

        var seconds = clock.GetElapsedTime(_began).TotalSeconds;
        try
        {
            var (waiting, withPinterest) = queue.Left();
            Log.Stopped(logger, seconds, waiting, withPinterest);
        }
        catch (Exception error)
        {
            Log.StoppedUnread(logger, seconds, error.Message);
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _hasStarted = true;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information,
            "The connector stops: it takes no more requests, and waits up to {Seconds:0} seconds for answers of Pinterest under way.")]
        public static partial void Stopping(ILogger logger, double seconds);

        [LoggerMessage(
            LogLevel.Information,
            "The connector has stopped, after {Seconds:0.0} seconds. For the next start: {Waiting} pins wait, and {WithPinterest} are "
                + "looked for on their boards.")]
        public static partial void Stopped(ILogger logger, double seconds, long waiting, long withPinterest);

        [LoggerMessage(
            LogLevel.Warning,
            "The connector has stopped, after {Seconds:0.0} seconds. What is left could not be read ({Reason}); the next start goes on "
                + "with it.")]
        public static partial void StoppedUnread(ILogger logger, double seconds, string reason);
    }
}

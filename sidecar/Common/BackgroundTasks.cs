namespace Connector.Common;

/// <summary>Runs what no person or workflow waits for, on half of the processors at most: the rest answers requests.</summary>
/// <remarks>
/// In the thread pool alone every step of a request would queue behind the steps of all attempts and streams. What is awaited inside goes
/// on here too.
/// </remarks>
internal static class BackgroundTasks
{
    private static readonly TaskScheduler Scheduler =
        new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Math.Max(1, Environment.ProcessorCount / 2)).ConcurrentScheduler;

    public static Task Run(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, Scheduler).Unwrap();
}

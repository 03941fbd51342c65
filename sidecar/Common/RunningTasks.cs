using System.Collections.Concurrent;

namespace Connector.Common;

/// <summary>Tasks that run beside a worker's loop, by what they work on; each counts until the loop removes it.</summary>
internal sealed class RunningTasks
{
    private readonly ConcurrentDictionary<string, Task> _tasks = [];

    public int Count => _tasks.Count;

    public IReadOnlyCollection<string> Keys => [.. _tasks.Keys];

    /// <summary>Completes when all have ended.</summary>
    public Task All => Task.WhenAll(_tasks.Values);

    public bool Contains(string key) => _tasks.ContainsKey(key);

    /// <summary>Runs work and reports its end; a report before the end would wake the worker in vain.</summary>
    public void Start(string key, Func<Task> work, Action ended)
    {
        var running = BackgroundTasks.Run(work);
        _tasks[key] = running;
        running.ContinueWith(_ => ended(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    public void RemoveEnded()
    {
        foreach (var task in _tasks.Where(task => task.Value.IsCompleted)) _tasks.TryRemove(task);
    }
}

using Connector.Common;

namespace Connector.Publishing.Worker;

/// <summary>Tasks that run beside an account's worker, by what they work on; each counts until the worker removes it.</summary>
internal sealed class RunningTasks
{
    private readonly Dictionary<string, Task> _tasks = [];

    public int Count => _tasks.Count;

    public IReadOnlyCollection<string> Keys => _tasks.Keys;

    /// <summary>Completes when all have ended.</summary>
    public Task All => Task.WhenAll(_tasks.Values);

    public bool Contains(string key) => _tasks.ContainsKey(key);

    /// <summary>Runs work and reports its end; a report before the end would wake the worker in vain.</summary>
    public void Start(string key, Func<Task> work, Action ended)
    {
        var running = BackgroundTasks.Run(work);
        running.ContinueWith(_ => ended(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _tasks[key] = running;
    }

    public void RemoveEnded()
    {
        foreach (var (key, _) in _tasks.Where(task => task.Value.IsCompleted).ToList()) _tasks.Remove(key);
    }
}

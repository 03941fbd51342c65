using System.Collections.Concurrent;

namespace Connector.Pins;

/// <summary>Wakes those who wait for a pin to change; waiting costs neither a thread nor a query.</summary>
internal sealed class PinChanges
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new();

    /// <summary>Raised with each pin that this process has changed, so that other processes hear of it.</summary>
    public event Action<string>? Changed;

    /// <summary>Completes at the pin's next change. Subscribe first, then read: a change in between is not missed.</summary>
    public Task Next(string pinId) =>
        _waiting.GetOrAdd(pinId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Called after the commit of a change.</summary>
    public void Raise(string pinId)
    {
        Heard(pinId);
        Changed?.Invoke(pinId);
    }

    /// <summary>The same after another process has changed it.</summary>
    public void Heard(string pinId)
    {
        if (_waiting.TryRemove(pinId, out var waiting)) waiting.SetResult();
    }

    /// <summary>Called after a change to many pins at once.</summary>
    public void RaiseAll()
    {
        foreach (var pinId in _waiting.Keys) Heard(pinId);
    }
}

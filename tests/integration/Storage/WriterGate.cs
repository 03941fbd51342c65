namespace Connector.Tests.Storage;

/// <summary>Stops the writer's thread where a test wants it.</summary>
internal sealed class WriterGate : IDisposable
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _open = new();

    public Task Reached => _reached.Task;

    public void Pass()
    {
        _reached.SetResult();
        _open.Wait();
    }

    public void Open() => _open.Set();

    public void Dispose() => _open.Dispose();
}

namespace Connector.Http;

/// <summary>Whether the start has come to its end: the sidecar listens, and there are a key and an account.</summary>
internal sealed class StartState
{
    private volatile bool _isComplete;

    public bool IsComplete => _isComplete;

    public void Complete() => _isComplete = true;
}

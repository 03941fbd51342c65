namespace Connector.Simulator.Server;

/// <summary>One request the simulator saw; status 0 when it closed the connection without an answer.</summary>
internal sealed record SeenRequest(DateTimeOffset At, string Method, string Path, string? Operation, int Status, string? AccountId);

/// <summary>The last requests, so that a test can read what really arrived.</summary>
internal sealed class RequestLog
{
    private const int Most = 1000;
    private readonly Lock _gate = new();
    private Queue<SeenRequest> _requests = [];

    public IReadOnlyList<SeenRequest> Requests
    {
        get
        {
            lock (_gate) return [.. _requests];
        }
    }

    public void Add(SeenRequest request)
    {
        lock (_gate)
        {
            if (_requests.Count == Most) _requests.Dequeue();
            _requests.Enqueue(request);
        }
    }

    public void Clear(Predicate<string> account)
    {
        lock (_gate) _requests = new(_requests.Where(request => !account(request.AccountId ?? "")));
    }
}

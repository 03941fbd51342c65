using System.Collections.Concurrent;

namespace Connector.Console.SignIn;

/// <summary>
/// Sessions that a person ended: a copy of their cookie opens nothing more, as long as this process runs, and what lasts in them ends.
/// </summary>
internal sealed class EndedSessions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new();
    private readonly ConcurrentDictionary<Use, string> _lasting = new();

    public void Add(Session session)
    {
        foreach (var (id, end) in _ended)
            if (end <= clock.GetUtcNow()) _ended.TryRemove(id, out _);
        _ended[session.Id] = session.End;
        foreach (var (use, id) in _lasting)
            if (id == session.Id) use.Cancel();
    }

    public bool Has(Session session) => _ended.ContainsKey(session.Id);

    /// <summary>Begins something that lasts until it is disposed of; its token ends with the session as the cookie knows it.</summary>
    public Use Begin(Session session)
    {
        var end = session.IdleEnd < session.End ? session.IdleEnd : session.End;
        var left = end - clock.GetUtcNow();
        var use = new Use(this, new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock));
        _lasting[use] = session.Id;
        // It may have ended just before it was known that something lasts in it.
        if (Has(session)) use.Cancel();
        return use;
    }

    /// <summary>Something that lasts, such as a stream.</summary>
    internal sealed class Use(EndedSessions sessions, CancellationTokenSource end) : IDisposable
    {
        public CancellationToken Token { get; } = end.Token;

        // Not on this thread: what a token ends may run long. One that is disposed of meanwhile needs no end.
        public void Cancel()
        {
            try
            {
                _ = end.CancelAsync();
            }
            catch (ObjectDisposedException)
            {
                sessions._lasting.TryRemove(this, out _);
            }
        }

        public void Dispose()
        {
            sessions._lasting.TryRemove(this, out _);
            end.Dispose();
        }
    }
}

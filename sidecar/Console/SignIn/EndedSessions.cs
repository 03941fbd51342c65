using System.Collections.Concurrent;

namespace Connector.Console.SignIn;

/// <summary>Sessions that a person ended: a copy of their cookie opens nothing more, as long as this process runs.</summary>
internal sealed class EndedSessions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new();

    public void Add(Session session)
    {
        foreach (var (id, end) in _ended)
            if (end <= clock.GetUtcNow()) _ended.TryRemove(id, out _);
        _ended[session.Id] = session.End;
    }

    public bool Has(Session session) => _ended.ContainsKey(session.Id);
}

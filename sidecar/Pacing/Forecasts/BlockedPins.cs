namespace Connector.Pacing.Forecasts;

/// <summary>
/// The pins of a queue that cannot start yet, by the constraint they wait for; each constraint releases one pin at a time.
/// </summary>
internal sealed class BlockedPins(Func<string, bool> isBoardBusy)
{
    private readonly PriorityQueue<Constraint, DateTimeOffset> _releases = new();
    private readonly Dictionary<(string Rule, string Part), Constraint> _constraints = [];

    public DateTimeOffset? NextReleaseAt => _releases.TryPeek(out _, out var at) ? at : null;

    public Constraint ByBoard(string boardId) => ByRule("", boardId);

    public Constraint ByRule(string rule, string part) =>
        _constraints.TryGetValue((rule, part), out var known) ? known : _constraints[(rule, part)] = new Constraint(rule, part);

    /// <summary>Schedules the release of the constraint's first pin, unless a release is scheduled or nothing waits.</summary>
    public void ReleaseAt(Constraint constraint, DateTimeOffset at)
    {
        if (constraint.IsReleasing || constraint.Waiting.Count == 0) return;
        // Its board is busy again; the end of that create releases the next.
        if (!constraint.IsRule && isBoardBusy(constraint.Part)) return;

        constraint.IsReleasing = true;
        _releases.Enqueue(constraint, at);
    }

    /// <summary>Takes one pin whose release is due.</summary>
    public bool TryRelease(DateTimeOffset now, out StartCandidate released)
    {
        released = default;
        if (!_releases.TryPeek(out var constraint, out var at) || at > now) return false;

        _releases.Dequeue();
        constraint.IsReleasing = false;
        released = new StartCandidate(constraint.Waiting.Dequeue(), constraint);
        return true;
    }
}

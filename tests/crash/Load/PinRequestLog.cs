using System.Collections.Concurrent;

namespace Connector.Crash.Load;

/// <summary>Every request of the callers, and what was answered.</summary>
internal sealed class PinRequestLog(string title, IReadOnlyList<(string AccountId, string BoardId)> boards, string videoId)
{
    private const int VideoEvery = 40;

    private readonly ConcurrentQueue<PinRequest> _requests = new();
    private readonly ConcurrentQueue<string> _unexpected = new();
    private int _next;
    private int _answered, _refused, _unanswered;

    public IReadOnlyCollection<PinRequest> All => _requests;

    /// <summary>Whether a title on Pinterest is of these requests.</summary>
    public bool Contains(string? someTitle) => someTitle?.StartsWith(title + ' ', StringComparison.Ordinal) is true;

    /// <summary>How many accepted pins are videos.</summary>
    public int Videos => _requests.Count(request => request is { IsVideo: true, PinId: not null });

    /// <summary>Answers that no request may get.</summary>
    public IReadOnlyCollection<string> UnexpectedAnswers => _unexpected;

    public int Answered => Volatile.Read(ref _answered);

    /// <summary>How often a caller was refused and had to retry.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>How often a request got no answer.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    public PinRequest Next(Random random)
    {
        var number = Interlocked.Increment(ref _next);
        var (account, board) = boards[random.Next(boards.Count)];
        // Without a link a pin has no marker on Pinterest, and can only be found by its text.
        var request = new PinRequest(
            $"{title} {number:D7}", $"{title.ToLowerInvariant().Replace(' ', '-')}-{number}", account, board,
            hasLink: number % 3 > 0, number % VideoEvery == 0 ? videoId : null);
        _requests.Enqueue(request);
        return request;
    }

    /// <summary>A 2xx came: the first makes a promise, and every later one must repeat it.</summary>
    public void Accept(PinRequest request, string pinId)
    {
        if (request.PinId is null) Interlocked.Increment(ref _answered);
        if ((request.PinId ??= pinId) != pinId)
            AddUnexpected($"\"{request.Title}\" was answered with {request.PinId} and then with {pinId}.");
    }

    public void CountRefused() => Interlocked.Increment(ref _refused);

    public void CountUnanswered() => Interlocked.Increment(ref _unanswered);

    public void AddUnexpected(string what) => _unexpected.Enqueue(what);
}

using System.Collections.Concurrent;

namespace Connector.Crash.Load;

/// <summary>Everything the callers asked for and were answered.</summary>
internal sealed class Book(string title, IReadOnlyList<(string AccountId, string BoardId)> boards, string videoId)
{
    private const int VideoEvery = 40;

    private readonly ConcurrentQueue<Wanted> _wanted = new();
    private readonly ConcurrentQueue<string> _surprises = new();
    private int _next;
    private int _answered, _refused, _unanswered;

    public IReadOnlyCollection<Wanted> All => _wanted;

    /// <summary>Whether a title on Pinterest is of this book.</summary>
    public bool Asked(string? someTitle) => someTitle?.StartsWith(title + ' ', StringComparison.Ordinal) is true;

    /// <summary>How many accepted pins are videos.</summary>
    public int Videos => _wanted.Count(wanted => wanted is { IsVideo: true, PinId: not null });

    /// <summary>Answers nobody should get.</summary>
    public IReadOnlyCollection<string> Surprises => _surprises;

    public int Answered => Volatile.Read(ref _answered);

    /// <summary>How often a caller was told to come again later.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>How often a request got no answer.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    public Wanted Next(Random random)
    {
        var number = Interlocked.Increment(ref _next);
        var (account, board) = boards[random.Next(boards.Count)];
        // Without a link a pin has no marker on Pinterest, and can only be found again by what it says.
        var wanted = new Wanted($"{title} {number:D7}", $"{title.ToLowerInvariant().Replace(' ', '-')}-{number}", account, board, hasLink: number % 3 > 0, number % VideoEvery == 0 ? videoId : null);
        _wanted.Enqueue(wanted);
        return wanted;
    }

    /// <summary>A 2xx came: the first makes a promise, and every later one must repeat it.</summary>
    public void Accept(Wanted wanted, string pinId)
    {
        if (wanted.PinId is null) Interlocked.Increment(ref _answered);
        if ((wanted.PinId ??= pinId) != pinId) Surprise($"\"{wanted.Title}\" was answered with {wanted.PinId} and then with {pinId}.");
    }

    public void Refuse() => Interlocked.Increment(ref _refused);

    public void Miss() => Interlocked.Increment(ref _unanswered);

    public void Surprise(string what) => _surprises.Enqueue(what);
}

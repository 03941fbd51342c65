using System.Collections.Concurrent;
using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Boards.Names;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Boards;

/// <summary>Finds Pinterest's ids of a board, and of a section in it, by their names.</summary>
internal sealed class BoardDirectory
{
    private const int ShortestUsualId = 10;

    // Whoever looks at a page does not wait longer for names.
    private static readonly TimeSpan ChoicesTimeout = TimeSpan.FromSeconds(4);

    private readonly AccountSessions _sessions;
    private readonly PinterestClient _pinterest;
    private readonly AccountChanges _changes;
    private readonly TimeProvider _clock;
    private readonly BoardNameCache _cache;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new();

    public BoardDirectory(AccountSessions sessions, PinterestClient pinterest, AccountChanges changes, TimeProvider clock)
    {
        (_sessions, _pinterest, _changes, _clock) = (sessions, pinterest, changes, clock);
        _cache = new BoardNameCache(clock);
        changes.BoardsChanged += _cache.Forget;
    }

    /// <summary>
    /// The board by its id, or by its name without regard to case; "Board / Section" names a section. An id is believed unless
    /// the listing, where it is known, has one that was rounded to it.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="asked">What a request names.</param>
    /// <param name="reads">Whether Pinterest is asked about ids too; names are always looked up.</param>
    /// <param name="cancellation">The caller does not wait any more.</param>
    public async Task<BoardTarget> ResolveAsync(string accountId, BoardReference asked, bool reads, CancellationToken cancellation)
    {
        if (asked.AdAccountId is not null) return OfOwner(asked.BoardId ?? asked.Board!.Trim());
        var target = asked.BoardId is { } id
            ? await OfIdAsync(accountId, id, "board_id", reads, cancellation)
            : await OfTextAsync(accountId, asked.Board!.Trim(), reads, cancellation);
        if (asked.SectionId is { } section) await EnsureSectionAsync(accountId, target.BoardId, section, reads, cancellation);
        return target;
    }

    /// <exception cref="ProblemException">The section is not one of this board.</exception>
    public async Task EnsureSectionAsync(string accountId, string boardId, string sectionId, bool reads, CancellationToken cancellation)
    {
        var isDoubted = _cache.Find(accountId, boardId) is { } known && !Has(known.Names, sectionId)
            || _cache.BoardOf(accountId, sectionId) is { } other && other != boardId;
        if (!reads && !isDoubted) return;

        var sections = await TryNamesAsync(accountId, boardId, all => Has(all, sectionId), cancellation);
        if (sections is not null && !Has(sections, sectionId)) throw BoardProblems.NoSectionById(boardId, sectionId, sections);
    }

    /// <summary>The boards of exactly this name, as they are now.</summary>
    public async Task<List<NamedItem>> NamedAsync(string accountId, string name, CancellationToken cancellation) =>
        NameMatching.Matching(await ListAsync(accountId, null, cancellation), name);

    /// <summary>
    /// The account's boards, or the sections of one, for a person to choose from; null when Pinterest cannot be asked, or does not answer
    /// soon.
    /// </summary>
    public async Task<IReadOnlyList<BoardChoice>?> ChoicesAsync(string accountId, string? boardId, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(ChoicesTimeout, _clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            var names = await TryNamesAsync(accountId, boardId, _ => true, end.Token);
            return names is null ? null : [.. names.Select(one => new BoardChoice(one.Id, one.Name, one.Privacy))];
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Removes an account's listings from the cache, because a board or section has just changed.</summary>
    public void Forget(string accountId) => _changes.RaiseBoards(accountId);

    // Names come before ids: a board may be called "2026". Pinterest's ids are long, so that for one of those nobody is asked.
    private async Task<BoardTarget> OfTextAsync(string accountId, string wanted, bool reads, CancellationToken cancellation)
    {
        if (wanted.Length == 0) throw Problems.Invalid("board", "must not be blank.");
        if (!PinterestId.IsValid(wanted)) return await OfNameAsync(accountId, wanted, cancellation);

        var boards = reads ? await TryNamesAsync(accountId, null, HasIt, cancellation)
            : wanted.Length < ShortestUsualId ? await NamesAsync(accountId, null, HasIt, cancellation)
            : _cache.Find(accountId, null)?.Names;
        return boards is not null && NameMatching.Matching(boards, wanted).Count > 0
            ? await OfNameAsync(accountId, wanted, cancellation)
            : await OfIdAsync(accountId, wanted, "board", reads, cancellation);

        bool HasIt(IReadOnlyList<NamedItem> all) => Has(all, wanted) || NameMatching.Matching(all, wanted).Count > 0;
    }

    private async Task<BoardTarget> OfNameAsync(string accountId, string wanted, CancellationToken cancellation)
    {
        var boards = await NamesAsync(accountId, null, all => BoardMatch.Find(all, wanted).Boards.Count > 0, cancellation);
        return BoardMatch.Find(boards, wanted) switch
        {
            { Boards: [] } => throw BoardProblems.NoneByName(wanted, NameMatching.Nearest(boards, wanted)),
            { Boards: [var only], Section: null } => Target(only),
            { Boards: [var only], Section: { } section } =>
                Target(only) with { SectionId = await SectionAsync(accountId, only, section, cancellation) },
            { Boards: var several } => throw BoardProblems.Ambiguous(wanted, several),
        };
    }

    // A board may be newer than the listing, so an id that is doubted is looked for in a new one before it is refused.
    private async Task<BoardTarget> OfIdAsync(string accountId, string id, string field, bool reads, CancellationToken cancellation)
    {
        var boards = _cache.Find(accountId, null)?.Names;
        var isDoubted = boards is not null && !Has(boards, id) && RoundedId.Find(boards, id) is not null;
        if (reads || isDoubted) boards = await TryNamesAsync(accountId, null, all => Has(all, id), cancellation);

        if (boards?.FirstOrDefault(board => board.Id == id) is { } known) return Target(known);
        if (boards is not null && RoundedId.Find(boards, id) is { } near) throw BoardProblems.Rounded(field, id, near);
        return new BoardTarget(id, null);
    }

    // The names that are known here are of the account's own boards, and one of those is not meant.
    private static BoardTarget OfOwner(string wanted) => PinterestId.IsValid(wanted)
        ? new BoardTarget(wanted, null)
        : throw Problems.Invalid(
            "board", "must be the board's id where the pin has an ad_account_id: names are looked up among the account's own boards.");

    private static BoardTarget Target(NamedItem board) =>
        new(board.Id, null) { Hidden = board.Privacy is "SECRET" or "PROTECTED" ? board.Privacy : null };

    private static bool Has(IReadOnlyList<NamedItem> all, string id) => all.Any(one => one.Id == id);

    private async Task<string> SectionAsync(string accountId, NamedItem board, string name, CancellationToken cancellation)
    {
        var sections = await NamesAsync(accountId, board.Id, all => NameMatching.Matching(all, name).Count > 0, cancellation);
        return NameMatching.Matching(sections, name) switch
        {
            [] => throw BoardProblems.NoSectionByName(board, name, NameMatching.Nearest(sections, name)),
            [var only] => only.Id,
            var several => throw BoardProblems.AmbiguousSection(board, name, several),
        };
    }

    /// <summary>The same for an id, which is believed when Pinterest cannot be asked: null then.</summary>
    private async Task<IReadOnlyList<NamedItem>?> TryNamesAsync(
        string accountId, string? boardId, Func<IReadOnlyList<NamedItem>, bool> hasIt, CancellationToken cancellation)
    {
        try
        {
            return await NamesAsync(accountId, boardId, hasIt, cancellation);
        }
        catch (Exception error) when (error is PinterestException or TokenRefreshException or ProblemException)
        {
            return null;
        }
    }

    /// <summary>The cached listing if it is fresh or has the wanted name, else a new one; one read at a time for each account.</summary>
    private async Task<IReadOnlyList<NamedItem>> NamesAsync(
        string accountId, string? boardId, Func<IReadOnlyList<NamedItem>, bool> hasIt, CancellationToken cancellation)
    {
        var oneAtATime = _locks.GetOrAdd(accountId, _ => new SemaphoreSlim(1));
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            return _cache.Find(accountId, boardId) is { } known && (known.IsFresh || hasIt(known.Names))
                ? known.Names
                : await ListAsync(accountId, boardId, cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<IReadOnlyList<NamedItem>> ListAsync(string accountId, string? boardId, CancellationToken cancellation)
    {
        var names = boardId is null
            ? (await AllPages.ReadAsync(null, null, Boards)).Items.Select(board => new NamedItem(board.Id, board.Name, board.Privacy))
            : (await AllPages.ReadAsync(null, null, Sections)).Items.Select(section => new NamedItem(section.Id, section.Name));
        return _cache.Keep(accountId, boardId, [.. names]);

        Task<PinterestPage<Board>> Boards(string? bookmark, int size) => _sessions.CallAsync(
            accountId, (session, token) => _pinterest.ListBoardsAsync(session, null, bookmark, size, token), cancellation);

        Task<PinterestPage<BoardSection>> Sections(string? bookmark, int size) => _sessions.CallAsync(
            accountId, (session, token) => _pinterest.ListSectionsAsync(session, boardId!, bookmark, size, token), cancellation);
    }
}

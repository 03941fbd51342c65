using System.Collections.Concurrent;
using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Boards.Names;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Boards;

/// <summary>Finds Pinterest's ids of a board, and of a section in it, by their names.</summary>
internal sealed class BoardDirectory(AccountSessions sessions, PinterestClient pinterest, TimeProvider clock)
{
    private readonly BoardNameCache _cache = new(clock);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new();

    /// <summary>
    /// The board by its id, which is not checked, or by its name without regard to case; "Board / Section" names a section.
    /// </summary>
    public async Task<BoardTarget> ResolveAsync(string accountId, string board, CancellationToken cancellation)
    {
        var wanted = board.Trim();
        if (wanted.Length == 0) throw Problems.Invalid("board", "must not be blank.");
        if (PinterestId.IsValid(wanted)) return new BoardTarget(wanted, null);

        var boards = await NamesAsync(accountId, null, all => BoardMatch.Find(all, wanted).Boards.Count > 0, cancellation);
        return BoardMatch.Find(boards, wanted) switch
        {
            { Boards: [] } => throw BoardProblems.NoneByName(wanted, NameMatching.Nearest(boards, wanted)),
            { Boards: [var only], Section: null } => new BoardTarget(only.Id, null),
            { Boards: [var only], Section: { } section } =>
                new BoardTarget(only.Id, await SectionAsync(accountId, only, section, cancellation)),
            { Boards: var several } => throw BoardProblems.Ambiguous(wanted, several),
        };
    }

    /// <summary>The boards of exactly this name, as they are now.</summary>
    public async Task<List<NamedItem>> NamedAsync(string accountId, string name, CancellationToken cancellation) =>
        NameMatching.Matching(await ListAsync(accountId, null, cancellation), name);

    /// <summary>Removes an account's listings from the cache, because a board or section has just changed.</summary>
    public void Forget(string accountId) => _cache.Forget(accountId);

    private async Task<string> SectionAsync(string accountId, NamedItem board, string name, CancellationToken cancellation)
    {
        var sections = await NamesAsync(accountId, board.Id, all => NameMatching.Matching(all, name).Count > 0, cancellation);
        return NameMatching.Matching(sections, name) switch
        {
            [] => throw BoardProblems.NoSectionByName(board, name, NameMatching.Nearest(sections, name)),
            [var only] => only.Id,
            var several => throw BoardProblems.Ambiguous(name, several),
        };
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
            ? (await AllPages.ReadAsync(null, null, Boards)).Items.Select(board => new NamedItem(board.Id, board.Name))
            : (await AllPages.ReadAsync(null, null, Sections)).Items.Select(section => new NamedItem(section.Id, section.Name));
        return _cache.Keep(accountId, boardId, [.. names]);

        Task<PinterestPage<Board>> Boards(string? bookmark, int size) => sessions.CallAsync(
            accountId, (session, token) => pinterest.ListBoardsAsync(session, null, bookmark, size, token), cancellation);

        Task<PinterestPage<BoardSection>> Sections(string? bookmark, int size) => sessions.CallAsync(
            accountId, (session, token) => pinterest.ListSectionsAsync(session, boardId!, bookmark, size, token), cancellation);
    }
}

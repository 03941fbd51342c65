using System.Runtime.CompilerServices;
using Connector.Accounts;
using Connector.Http;
using Connector.Imports.Intake;
using Connector.Imports.Mapping;
using Connector.Imports.Reading;
using Connector.Imports.Store;
using Connector.Pins;
using Connector.Storage;

namespace Connector.Imports;

/// <summary>Reads files that are looked at again and again, and says what their items would become; as imports do, row by row.</summary>
internal sealed class WatchedFiles(
    ImportReceiver receiver, ImportFiles files, ItemReaders readers, MappingStore mappings, ImportKeys keys, AccountStore accounts,
    TimeProvider clock)
{
    /// <summary>Stores a file until it is forgotten, and says what kind it is.</summary>
    /// <param name="workspaceId">Whose it is.</param>
    /// <param name="id">What it is called here; nothing else is.</param>
    /// <param name="source">Its bytes, also packed with gzip.</param>
    /// <param name="cancellation">Ends the receiving.</param>
    /// <exception cref="ProblemException">It is too large, broken, empty, or of no kind that can be read; nothing of it stays.</exception>
    public async Task<WatchedFile> TakeAsync(string workspaceId, string id, Stream source, CancellationToken cancellation)
    {
        var file = await receiver.ReceiveAsync(workspaceId, id, source, cancellation);
        if (FormatDetector.Of(file.Beginning, file.Encoding, "") is { } format)
            return new WatchedFile(id, format, file.Encoding, file.Sha256);

        await files.ForgetAsync(id);
        throw ImportProblems.UnknownFormat();
    }

    public Task ForgetAsync(string id) => files.ForgetAsync(id);

    /// <summary>Its items, in their order, each with the pins that it asks for.</summary>
    /// <param name="file">The file.</param>
    /// <param name="accountId">The account of the pins.</param>
    /// <param name="url">Where the file lies.</param>
    /// <param name="mapping">What is which in it; null for the mapping of the account.</param>
    /// <param name="board">The board of items for which nothing else says one.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<WatchedItem> ReadAsync(
        WatchedFile file, string accountId, string url, ImportMapping? mapping, string? board,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var said = mapping ?? mappings.Find(accountId) ?? new ImportMapping();
        var row = new ImportRow
        {
            Id = file.Id,
            AccountId = accountId,
            SourceUrl = url,
            Format = file.Format,
            Encoding = file.Encoding,
            Mapping = ReadyMapping.Store(board is null ? said : said with { Board = board }),
            CreatedAt = clock.GetUtcNow(),
        };
        var zone = TimeZoneInfo.FindSystemTimeZoneById(AccountSettings.From(accounts.Find(accountId)!).TimeZone);
        var planner = new RowPlanner(row, ReadyMapping.Of(row), zone);
        await foreach (var item in readers.ReadAsync(row, cancellation)) yield return Of(item, planner);
    }

    /// <summary>Whether boards that the account does not have are made for its items.</summary>
    public bool MakesBoards(string accountId, ImportMapping? mapping) => (mapping ?? mappings.Find(accountId))?.CreateIfMissing ?? false;

    /// <summary>The pins that rows with these keys became already, in any import or source of the account.</summary>
    public IReadOnlyDictionary<string, string> PinsOf(string accountId, IEnumerable<string> pinKeys) => keys.PinsOf(accountId, pinKeys);

    /// <summary>Remembers them for imports and other sources, in the transaction of the caller.</summary>
    public void See(Sql sql, string workspaceId, string accountId, IEnumerable<(string Key, string PinId)> pins) =>
        keys.See(sql, workspaceId, accountId, pins);

    /// <exception cref="ProblemException">Something of the mapping is wrong; all of it is named.</exception>
    public static void Ensure(ImportMapping mapping) => MappingCheck.Ensure(mapping, "map.");

    public static ImportMapping? ReadMapping(string? json) => json is null ? null : ReadyMapping.Read(json);

    public static string? StoreMapping(ImportMapping? mapping) => mapping is null ? null : ReadyMapping.Store(mapping);

    private static WatchedItem Of(ImportItem item, RowPlanner planner)
    {
        var plan = planner.Of(item);
        return new WatchedItem(item.Row, plan.Key, ItemDates.Of(item))
        {
            Pins = plan.Pins,
            Skipped = plan.Skipped,
            Problem = plan.Problem,
            EndsEarly = item.EndsEarly,
            Further = item.Further,
        };
    }
}

/// <summary>A file that is stored to be read.</summary>
internal sealed record WatchedFile(string Id, string Format, string Encoding, string Sha256);

/// <summary>One item of a file that is watched.</summary>
/// <param name="Row">Where it is in the file.</param>
/// <param name="Key">Its own key, such as its sku; null when it has none.</param>
/// <param name="DatedAt">When it says that it was changed or published.</param>
internal sealed record WatchedItem(long Row, string? Key, DateTimeOffset? DatedAt)
{
    /// <summary>What it asks for; their idempotency keys are the same each time.</summary>
    public IReadOnlyList<CreatePinRequest> Pins { get; init; } = [];

    /// <summary>Why it is left out.</summary>
    public string? Skipped { get; init; }

    /// <summary>What is wrong with it.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the file could be read no further.</summary>
    public bool EndsEarly { get; init; }

    /// <summary>The address of another file that stands here instead of an item.</summary>
    public string? Further { get; init; }
}

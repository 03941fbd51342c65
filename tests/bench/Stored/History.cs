using Connector.Common;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Pins.Rows;
using Connector.Publishing.Videos;
using Connector.Storage;
using Connector.Storage.Sqlite;
using Connector.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Connector.Bench.Stored;

/// <summary>
/// A data directory as a sidecar fills it over months: written by its own statements and transitions, many in a transaction.
/// </summary>
internal sealed class History : IAsyncDisposable
{
    // What the sidecar keeps by default, and as many as it deletes at once.
    private static readonly TimeSpan KeepsPins = new PinRetentionOptions().Pins, KeepsEvents = new EventRetentionOptions().Events;
    private const int Deleted = 500, Group = 1000, Boards = 16;

    private readonly DataDirectory _directory;
    private readonly SqliteDatabase _database;
    private readonly PinTransitions _transitions = new(VideoStore.Remove);
    private readonly int _accounts;
    private int _made;

    private History(DataDirectory directory, int accounts)
    {
        (_directory, _accounts) = (directory, accounts);
        _database = new SqliteDatabase(directory.DatabaseFile, new StorageHealth(NullLogger<StorageHealth>.Instance));
    }

    public static async Task<History> BeginAsync(string folder, int accounts)
    {
        var history = new History(new DataDirectory(Options.Create(new StorageOptions { DataDirectory = folder })), accounts);
        await Migrations.ApplyAsync(history._database);
        await history._database.WriteAsync(sql => sql.Execute(
            """
            insert into workspaces (id, name, created_at) values ('wsp_bench', 'default', 0);
            with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n + 1 < @accounts)
            insert into accounts (id, workspace_id, name, environment, pinterest_user_id, username, status, scopes, created_at, updated_at)
            select printf('acc_%d', n), 'wsp_bench', printf('Account %d', n), 'production', n, printf('bench%d', n), 'active', '', 0, 0
            from numbers;
            """,
            new { accounts }));
        return history;
    }

    /// <summary>Pins that were accepted and published over that time, each with its attempt and its event.</summary>
    public Task PublishAsync(int pins, DateTimeOffset from, TimeSpan over) => AddAsync(pins, from, over, PinStatus.Queued, number =>
        new AttemptResult
        {
            Outcome = AttemptOutcome.Accepted,
            Next = NextAction.Published,
            HttpStatus = 201,
            RequestId = $"{number:x16}",
            PinterestPinId = $"9{number:00000000000000000}",
        });

    /// <summary>Pins that Pinterest refused over that time.</summary>
    public Task RefuseAsync(int pins, DateTimeOffset from, TimeSpan over) => AddAsync(pins, from, over, PinStatus.Queued, _ =>
        new AttemptResult
        {
            Outcome = AttemptOutcome.Refused,
            Next = NextAction.Fail,
            HttpStatus = 400,
            Message = "Pinterest could not fetch the image.",
            ErrorCode = "image_not_fetched",
            ErrorRemediation = "Check that the address of the image opens without a login.",
            Retryable = true,
        });

    /// <summary>Pins that wait for their time.</summary>
    public Task ScheduleAsync(int pins, DateTimeOffset from, TimeSpan over) => AddAsync(pins, from, over, PinStatus.Scheduled, null);

    /// <summary>Deletes what the sidecar would not have kept until then.</summary>
    public async Task ForgetAsync(DateTimeOffset now)
    {
        var (pins, events) = (new PinStore(_database, _transitions, TimeProvider.System), new EventStore(_database));
        while (await pins.ForgetOlderAsync(now - KeepsPins, Deleted) == Deleted)
        {
        }

        while (await events.ForgetOlderAsync(now - KeepsEvents, Deleted) == Deleted)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _directory.Dispose();
    }

    private async Task AddAsync(int pins, DateTimeOffset from, TimeSpan over, string status, Func<int, AttemptResult>? result)
    {
        foreach (var group in Enumerable.Range(0, pins).Chunk(Group))
        {
            await _database.WriteAsync(sql =>
            {
                foreach (var pin in group) Add(sql, from + over * pin / pins, status, result);
            });
        }
    }

    private void Add(Sql sql, DateTimeOffset at, string status, Func<int, AttemptResult>? result)
    {
        var row = Row(_made++, at, status);
        PinStatement.Insert.Run(sql, row);
        if (result is null) return;

        var attempt = new NewAttempt(Id.New("att_", at), row.AccountId, row.Id, at) { ClockConfirmed = true };
        PinTransitions.Claim(sql, attempt);
        var ended = at + TimeSpan.FromMilliseconds(400);
        _transitions.Complete(sql, new AttemptKey(attempt.Id, row.Id), result(_made), TimeSpan.Zero, ended);
    }

    private PinRow Row(int number, DateTimeOffset at, string status)
    {
        var created = status == PinStatus.Scheduled ? TimeProvider.System.GetUtcNow() : at;
        return new PinRow
        {
            Id = Id.New("pin_", created),
            WorkspaceId = "wsp_bench",
            AccountId = $"acc_{number % _accounts}",
            Status = status,
            IdempotencyKey = $"order-{number:00000000}",
            RequestHash = $"{number:x64}",
            BoardId = $"{549755885175 + number / _accounts % Boards}",
            Title = $"Oak side table, hand oiled, no. {number}",
            Description = "A side table of solid oak with a drawer. Made in small batches, so every table has its own grain.",
            AltText = "A small oak table beside a grey armchair",
            LinkUrl = $"https://shop.example.com/products/oak-side-table-{number}?utm_source=pinterest",
            LinkDomain = "shop.example.com",
            MediaUrl = $"https://cdn.example.com/images/oak-side-table-{number}-1000x1500.jpg",
            Metadata = $$"""{"sku":"OAK-{{number:00000000}}","campaign":"campaign-{{number % 1000:000}}"}""",
            PublishAt = status == PinStatus.Scheduled ? at : null,
            DueAt = at,
            PlaceAt = at,
            TriesLeft = PinTransitions.Tries,
            CreatedAt = created,
            UpdatedAt = created,
        };
    }
}

using Connector.Common;

namespace Connector.Storage;

/// <summary>Which process works which row of a table: one at a time. The statements are those of the table's folder.</summary>
/// <param name="database">Where the table is.</param>
/// <param name="clock">The clock of the leases.</param>
internal abstract class RowLeases(Database database, TimeProvider clock)
{
    /// <summary>For how long nobody else works a row after its lease was renewed.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(2);

    /// <summary>How often the lease of a row that is worked is renewed, however long its step takes.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(30);

    protected Database Database => database;

    protected TimeProvider Clock => clock;

    /// <summary>This process.</summary>
    protected string Owner { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Reads when the next row is due that is not in @busy.</summary>
    protected abstract string Next { get; }

    /// <summary>Counts the rows that anybody has.</summary>
    protected abstract string Taken { get; }

    /// <summary>Ends every lease.</summary>
    protected abstract string Forget { get; }

    /// <summary>Extends the lease of @id to @until where @Owner has it.</summary>
    protected abstract string Renew { get; }

    /// <summary>When the next row that waits can be worked; null when none waits.</summary>
    /// <param name="busy">Those that are worked here already.</param>
    public DateTimeOffset? NextAt(IReadOnlyCollection<string> busy) =>
        database.Read(sql => sql.Find<long?>(Next, new { busy })) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Ends the leases of an earlier life of the only process there can be.</summary>
    public async Task ForgetAsync()
    {
        // Most starts have none, and a start writes nothing that it need not.
        if (database.Read(sql => sql.Find<long>(Taken)) == 0) return;
        await database.WriteAsync(sql => { sql.Execute(Forget); });
    }

    /// <summary>Keeps others from a row until what it returns is disposed of; one that is not this process's stays as it is.</summary>
    public ITimer Keep(string id) => clock.CreateTimer(_ => BackgroundTasks.Run(() => RenewAsync(id)), null, Renewal, Renewal);

    private async Task RenewAsync(string id)
    {
        var until = clock.GetUtcNow() + Duration;
        try
        {
            await database.WriteAsync(sql => { sql.Execute(Renew, new { id, Owner, until }); });
        }
        catch (Exception error) when (error is StorageUnavailableException or ObjectDisposedException)
        {
            // The next one may be written; else the lease ends, and whoever takes the row goes on where it is.
        }
    }
}

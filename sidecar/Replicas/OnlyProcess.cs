using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Replicas;

/// <summary>SQLite: the process that has locked the data directory works all accounts, and nothing has to be asked.</summary>
internal sealed class OnlyProcess(Database database, IOptions<ReplicaOptions> options, TimeProvider clock) : IAccountLeases
{
    private readonly string _id = "rep_" + Guid.NewGuid().ToString("N");
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();

    public bool HasAll => true;

    public bool IsAlive => true;

    public IReadOnlyList<ReplicaRow> Processes() =>
    [
        new ReplicaRow
        {
            Id = _id,
            Name = options.Value.Name ?? Environment.MachineName,
            StartedAt = _startedAt,
            SeenAt = clock.GetUtcNow(),
            IsAlive = 1,
            Accounts = database.Read(sql => sql.Find<long>("select count(*) from accounts where deleted_at is null")),
        },
    ];

    public bool Holds(string accountId) => true;

    public long? Fence(Sql sql, string accountId) => 0;

    public bool MaySend(string accountId, long fence) => true;

    public void Look()
    {
    }
}

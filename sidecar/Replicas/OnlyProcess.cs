using Connector.Storage;

namespace Connector.Replicas;

/// <summary>SQLite: the process that has locked the data directory works all accounts, and nothing has to be asked.</summary>
internal sealed class OnlyProcess : IAccountLeases
{
    public bool HasAll => true;

    public bool Holds(string accountId) => true;

    public long? Fence(Sql sql, string accountId) => 0;

    public bool MaySend(string accountId, long fence) => true;

    public void Look()
    {
    }
}

using Connector.Storage;

namespace Connector.Replicas;

/// <summary>Which accounts this process works: an account is worked by one process at a time.</summary>
internal interface IAccountLeases
{
    /// <summary>Whether this process has the database for itself, and so all accounts.</summary>
    bool HasAll { get; }

    /// <summary>Whether this process counts as alive, so that it may work accounts.</summary>
    bool IsAlive { get; }

    /// <summary>The processes that have the database, this one among them, the oldest first.</summary>
    IReadOnlyList<ReplicaRow> Processes();

    /// <summary>Whether something may be started for the account here.</summary>
    bool Holds(string accountId);

    /// <summary>The number under which an attempt of the account may be opened in this transaction; null when it may not.</summary>
    /// <remarks>Until the commit nobody takes the account over.</remarks>
    long? Fence(Sql sql, string accountId);

    /// <summary>Whether what was begun under that number may still be sent; it waits for nothing.</summary>
    bool MaySend(string accountId, long fence);

    /// <summary>There may be an account that nobody works.</summary>
    void Look();
}

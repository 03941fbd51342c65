using System.Net.Sockets;
using Connector.Common;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>What an error of the server or of the connection means.</summary>
internal static class PostgresErrors
{
    private const string IdleForTooLong = "25P03";

    /// <summary>The same transaction may succeed when it runs again.</summary>
    /// <remarks>https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html</remarks>
    public static bool IsConflict(Exception error) => error is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    /// <summary>This process stood still in the middle of a transaction, which the server ended; nothing of it was written.</summary>
    public static bool IsTooSlow(Exception error) => error is PostgresException { SqlState: IdleForTooLong };

    /// <summary>Another replica has changed the schema, so what was prepared before is of no use.</summary>
    public static bool IsOutdatedPlan(Exception error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported, Routine: "RevalidateCachedQuery" };

    /// <summary>It may be the fault of a connection that was opened long ago: on another one the same may succeed.</summary>
    public static bool MayBeStale(Exception error) => IsOutdatedPlan(error) || IsUnavailable(error);

    /// <summary>The server or the way to it is at fault, and not the statement.</summary>
    public static bool IsUnavailable(Exception error) => error switch
    {
        PostgresException refused => IsOfServer(refused),
        NpgsqlException or SocketException or IOException or TimeoutException => true,
        _ => false,
    };

    /// <summary>The server may have done what it was asked, and the answer was lost.</summary>
    public static bool IsLostAnswer(Exception error) => error is PostgresException refused
        ? refused.InvariantSeverity is not "ERROR"
        : IsUnavailable(error);

    public static StorageUnavailableException Unavailable(Exception error) => new(Describe(error), error);

    public static string Describe(Exception error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "The disk of the database server is full.",
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => "The database server only reads: it is a standby.",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => "The database server has no connection left.",
        PostgresException refused => $"The database server refuses: {refused.MessageText}.",
        _ => $"The database server cannot be reached: {error.Message}",
    };

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static bool IsOfServer(PostgresException error) => error.SqlState[..2] is "08" or "28" or "3D" or "53" or "57" or "58" or "XX"
        || error.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or IdleForTooLong;
}

using System.Data;
using Connector.Common;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>
/// A name that one process on the database has at a time: a lock of a transaction that does nothing else, so it also goes through a pooler
/// that hands connections out by transaction. It is free again when the connection ends.
/// </summary>
internal sealed class PostgresTurn : IAsyncDisposable
{
    private static readonly string[] Take =
    [
        "set local lock_timeout = '20s'",
        // What is done meanwhile is done elsewhere; who has vanished must not keep the others waiting for long.
        "set local idle_in_transaction_session_timeout = '60s'",
        "select pg_advisory_xact_lock(hashtextextended($1, 0))",
    ];

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresTurn(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_connection, _transaction) = (connection, transaction);

    /// <exception cref="StorageUnavailableException">Another process has it for long, or the server cannot be reached.</exception>
    public static async Task<PostgresTurn> TakeAsync(PostgresSource source, string what, CancellationToken cancellation)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = await source.OpenAsync(cancellation);
            var transaction = await connection.BeginTransactionAsync(cancellation);
            foreach (var statement in Take)
            {
                await using var command = new NpgsqlCommand(statement, connection, transaction);
                if (statement == Take[^1]) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = what });
                await command.ExecuteNonQueryAsync(cancellation);
            }

            return new PostgresTurn(connection, transaction);
        }
        catch (Exception error)
        {
            if (connection is not null) await connection.DisposeAsync();
            if (error is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
                throw new StorageUnavailableException("Another replica is busy with the same for long.", error);
            if (PostgresErrors.IsUnavailable(error)) throw PostgresErrors.Unavailable(error);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.RollbackAsync();
        }
        catch (Exception error) when (PostgresErrors.IsUnavailable(error) || _connection.State != ConnectionState.Open)
        {
            // It ended with its connection.
        }

        await _connection.DisposeAsync();
    }
}

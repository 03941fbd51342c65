using System.Data;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Connector.Storage.Sqlite;

/// <summary>
/// A connection that keeps what it has prepared: a statement that runs again, also one of Dapper's, is not parsed again.
/// </summary>
internal sealed class SqliteSession : SqliteConnection
{
    // Lists in a statement make many texts; a connection that has so many starts over.
    private const int MostKept = 200;

    // https://www.sqlite.org/c3ref/c_dbconfig_defensive.html#sqlitedbconfigenableqpsg
    private const int PlannerStability = 1007;

    // A script is run once.
    private const int LongestKept = 4000;

    // Milliseconds; whatever else writes to the file takes less.
    private const int MostBusy = 10_000;

    // Dapper compiles what it reads and binds once for each connection string; all files have the same tables.
    private const string ForDapper = "sqlite";

    private readonly Dictionary<string, SqliteCommand> _kept = [];
    private readonly List<Statement> _statements = [];
    private readonly SqliteCounts _counts;

    public SqliteSession(string file, SqliteOpenMode mode, SqliteCounts counts) : base(
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString())
    {
        _counts = counts;
        Sql = new Sql(this, SqliteDialect.Instance, Prepare);
    }

    public Sql Sql { get; }

    [AllowNull]
    public override string ConnectionString
    {
        get => ForDapper;
        set => base.ConnectionString = value;
    }

    /// <summary>Opens it so that what is prepared stays prepared.</summary>
    public override void Open()
    {
        base.Open();
        // Without it SQLite parses a statement again for each run with a limit that is bound: https://www.sqlite.org/qpsg.html
        raw.sqlite3_db_config(Handle!, PlannerStability, 1, out _);
        // Prepared statements do not wait by themselves while another process, such as a command, writes.
        raw.sqlite3_busy_timeout(Handle!, MostBusy);
    }

    public override SqliteCommand CreateCommand() => new KeptCommand(this);

    /// <summary>Runs statements of which nothing is bound or read; they are not kept.</summary>
    public void Run(string script)
    {
        using var command = new SqliteCommand(script, this);
        command.ExecuteNonQuery();
    }

    protected override void Dispose(bool disposing)
    {
        // The file stays open as long as one of them does.
        if (disposing) Forget();
        base.Dispose(disposing);
    }

    private SqliteStatement Prepare(string text)
    {
        _counts.AddPrepared();
        var statement = new SqliteStatement(Handle!, text);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>A prepared command of that text that nobody uses now; null when there is none.</summary>
    private SqliteCommand? Take(string text)
    {
        if (_kept.Remove(text, out var kept)) return kept;
        _counts.AddPrepared();
        return null;
    }

    private void Keep(SqliteCommand command)
    {
        if (_kept.Count >= MostKept) ForgetCommands();
        if (command.CommandText.Length > LongestKept || !_kept.TryAdd(command.CommandText, command)) command.Dispose();
    }

    private void Forget()
    {
        ForgetCommands();
        foreach (var statement in _statements) statement.Dispose();
        _statements.Clear();
    }

    private void ForgetCommands()
    {
        foreach (var command in _kept.Values) command.Dispose();
        _kept.Clear();
    }

    /// <summary>What Dapper fills and runs; the statement itself is in a command that stays after it.</summary>
    private sealed class KeptCommand(SqliteSession session) : SqliteCommand
    {
        private SqliteCommand? _run;

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior) => Filled().ExecuteReader(behavior);

        public override int ExecuteNonQuery() => Filled().ExecuteNonQuery();

        public override object? ExecuteScalar() => Filled().ExecuteScalar();

        protected override void Dispose(bool disposing)
        {
            if (disposing && _run is not null) Release(_run);
            _run = null;
            base.Dispose(disposing);
        }

        private SqliteCommand Filled()
        {
            _run ??= session.Take(CommandText) ?? new SqliteCommand(CommandText, session);
            _run.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters) _run.Parameters.Add(parameter);
            return _run;
        }

        // SQLite holds on to what was bound until the next run, and a picture has megabytes.
        private void Release(SqliteCommand command)
        {
            command.Parameters.Clear();
            if (Parameters.Cast<SqliteParameter>().Any(parameter => parameter.Value is byte[])) command.Dispose();
            else session.Keep(command);
        }
    }
}

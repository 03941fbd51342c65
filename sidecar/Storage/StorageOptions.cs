using System.ComponentModel.DataAnnotations;
using Connector.Settings;
using Connector.Storage.Postgres;

namespace Connector.Storage;

/// <summary>Where data is stored and how full the disk may get: section <c>Connector</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Connector";

    /// <summary>Database, key ring and simulator journal.</summary>
    [Path]
    public string DataDirectory { get; set; } = "./data";

    public DatabaseOptions Database { get; set; } = new();

    internal sealed class DatabaseOptions
    {
        public const string Sqlite = "sqlite", Postgres = "postgres";

        /// <summary>One of <see cref="Sqlite"/> and <see cref="Postgres"/>.</summary>
        [KnownProvider]
        public string Provider { get; set; } = Sqlite;

        /// <summary>Where the server of PostgreSQL is, and who is there; only with that provider.</summary>
        [Secret, ConnectionString]
        public string? ConnectionString { get; set; }

        public bool IsPostgres => Provider == Postgres;

        /// <summary>Transactions in which nothing was done for so long end; comes from <c>Connector:Replicas:Lease</c>.</summary>
        public TimeSpan LongestIdle { get; internal set; } = TimeSpan.FromSeconds(6);

        /// <summary>New pins are refused when less than this is free; queued pins are still published.</summary>
        [Range(0, long.MaxValue)]
        public long FreeSpaceFloorBytes { get; set; } = 32 * 1024 * 1024;
    }
}

/// <summary>The path of a folder.</summary>
internal sealed class PathAttribute() : SettingRuleAttribute("the path of a folder")
{
    public override bool IsValid(object? value) =>
        value is string path && path.Trim().Length > 0 && !path.Contains('\0', StringComparison.Ordinal);
}

/// <summary>An engine that there is.</summary>
internal sealed class KnownProviderAttribute() : SettingRuleAttribute("sqlite or postgres")
{
    public override bool IsValid(object? value) =>
        value is StorageOptions.DatabaseOptions.Sqlite or StorageOptions.DatabaseOptions.Postgres;
}

/// <summary>How a server of PostgreSQL is connected to.</summary>
internal sealed class ConnectionStringAttribute()
    : SettingRuleAttribute("how PostgreSQL is connected to: Host=db;Database=connector;Username=connector;Password=…")
{
    public override bool IsValid(object? value) => value is null || (value is string text && PostgresSource.IsReadable(text));
}

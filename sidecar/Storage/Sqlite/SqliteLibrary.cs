using SQLitePCL;

namespace Connector.Storage.Sqlite;

/// <summary>The native SQLite library of this process.</summary>
internal static class SqliteLibrary
{
    // The first version without the WAL-reset bug, which could lose committed data: https://www.sqlite.org/wal.html#walresetbug
    private static readonly Version Oldest = new(3, 51, 3);

    static SqliteLibrary() => Batteries_V2.Init();

    /// <summary>The version that was really loaded, whatever the packages say.</summary>
    public static string Version => raw.sqlite3_libversion().utf8_to_string();

    /// <exception cref="InvalidOperationException">A library of this version can lose committed data.</exception>
    public static void EnsureSafe(string version)
    {
        if (System.Version.Parse(version) >= Oldest) return;

        throw new InvalidOperationException(
            $"The native SQLite library is version {version}, and versions before {Oldest} can lose data that was committed. "
            + "Remove the other e_sqlite3 library from the library path, or install the connector again.");
    }
}

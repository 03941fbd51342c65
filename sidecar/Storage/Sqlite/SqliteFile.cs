using System.Text;

namespace Connector.Storage.Sqlite;

/// <summary>Looks at a database file before SQLite opens it, whose own errors do not say what to do.</summary>
internal static class SqliteFile
{
    // https://www.sqlite.org/fileformat2.html#magic_header_string
    private static readonly byte[] Beginning = Encoding.ASCII.GetBytes("SQLite format 3\0");

    /// <exception cref="DataDirectoryException">It is no database, or may not be read and written.</exception>
    public static void EnsureUsable(string file)
    {
        if (!File.Exists(file)) return;

        var beginning = new byte[Beginning.Length];
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            // A file without content is a database in which nothing was written yet.
            if (stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) == 0) return;
        }
        catch (FileNotFoundException)
        {
            // A link to a file that SQLite will make.
            return;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataDirectoryException(
                $"The database file {file} cannot be used: {error.Message} Let the user that the sidecar runs as read and write it.",
                error);
        }

        if (!beginning.AsSpan().SequenceEqual(Beginning))
            throw new DataDirectoryException(
                $"The file {file} is not a database, or it is damaged. Move it away, and restore a backup: connector restore FILE.");
    }
}

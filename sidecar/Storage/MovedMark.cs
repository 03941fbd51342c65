namespace Connector.Storage;

/// <summary>
/// A file that says that the database beside it was moved to a server: no sidecar starts on it again, since two would publish every pin
/// that waits twice.
/// </summary>
internal static class MovedMark
{
    private const string Name = "connector.moved";

    public static string PathIn(string directory) => Path.Combine(directory, Name);

    /// <exception cref="DataDirectoryException">There is one.</exception>
    public static void EnsureNone(string directory)
    {
        var path = PathIn(directory);
        if (!File.Exists(path)) return;

        throw new DataDirectoryException(
            $"{File.ReadAllText(path).Trim()} A sidecar on the file here would publish again what the other one publishes. Set "
                + "Connector__Database__Provider=postgres and the connection string. If no sidecar was ever started there, you may go "
                + $"back: delete {path}.");
    }

    /// <summary>Writes it, durably.</summary>
    public static void Write(string directory, string what)
    {
        using (var file = new FileStream(PathIn(directory), FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(what + "\n"));
            file.Flush(flushToDisk: true);
        }

        FolderSync.Flush(directory);
    }

    public static void Remove(string directory) => File.Delete(PathIn(directory));
}

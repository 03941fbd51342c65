namespace Connector.Demo;

/// <summary>A catalogue on disk; image paths in it are relative to it.</summary>
internal sealed class CatalogFile(string path)
{
    /// <summary>The one that comes with the connector.</summary>
    public static string Bundled => Path.Combine(AppContext.BaseDirectory, "examples", "catalog.csv");

    public IReadOnlyList<CatalogRow> Read()
    {
        try
        {
            using var file = File.OpenRead(path);
            return Catalog.Read(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CatalogException(
                File.Exists(path) || Directory.Exists(path) ? $"cannot be opened: {error.Message}" : "does not exist.");
        }
    }

    /// <summary>Where a file lies that the catalogue names, or why it cannot be had.</summary>
    public (string File, string? Problem) Find(string media)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, media);
        try
        {
            File.OpenRead(file).Dispose();
            return (file, null);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return (file, $"The file {media} is not there; its path is taken from the folder of the CSV file.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (file, $"The file {media} cannot be read: {error.Message}");
        }
    }
}

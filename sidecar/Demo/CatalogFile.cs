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
            throw new CatalogException(File.Exists(path) || Directory.Exists(path) ? $"cannot be opened: {error.Message}" : "does not exist.");
        }
    }

    /// <summary>The image as the API takes it, or why not.</summary>
    public async Task<(string? Base64, string? Problem)> ReadImageAsync(CatalogRow row, CancellationToken cancellation)
    {
        try
        {
            var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, row.Image);
            return (Convert.ToBase64String(await File.ReadAllBytesAsync(file, cancellation)), null);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, $"The image {row.Image} is not there; its path is taken from the folder of the CSV file.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"The image {row.Image} cannot be read: {error.Message}");
        }
    }
}

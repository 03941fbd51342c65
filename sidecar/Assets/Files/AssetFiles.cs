using Connector.Storage;

namespace Connector.Assets.Files;

/// <summary>The files on disk: complete ones named by their hash, and those being received.</summary>
internal sealed class AssetFiles(DataDirectory directory)
{
    private readonly string _kept = DataDirectory.CreatePrivate(Path.Combine(directory.FullPath, "assets"));
    private readonly string _arriving = DataDirectory.CreatePrivate(Path.Combine(directory.FullPath, "assets", "arriving"));

    public string PathOf(string sha256) => Path.Combine(_kept, sha256);

    public string NewPath() => Path.Combine(_arriving, Guid.NewGuid().ToString("n"));

    /// <summary>Gives a file that is complete and on disk the name it stays under, durably.</summary>
    public void Keep(string path, string sha256)
    {
        File.Move(path, PathOf(sha256), overwrite: true);
        FolderSync.Flush(_kept);
    }

    /// <summary>A file as it was kept; null when it is gone, as after restoring a backup, which holds no files.</summary>
    public FileStream? OpenRead(string sha256)
    {
        try
        {
            return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the file is here, and whole.</summary>
    public bool Holds(string sha256, long bytes) => new FileInfo(PathOf(sha256)) is { Exists: true, Length: var length } && length == bytes;

    public void Delete(string sha256) => File.Delete(PathOf(sha256));

    /// <summary>The hashes of files last written before that time.</summary>
    public IEnumerable<string> KeptBefore(DateTimeOffset time) => Before(_kept, time).Select(file => file.Name);

    /// <summary>Deletes files whose receipt began before that time and never completed.</summary>
    public void ForgetArrivals(DateTimeOffset before)
    {
        foreach (var file in Before(_arriving, before)) file.Delete();
    }

    private static IEnumerable<FileInfo> Before(string folder, DateTimeOffset time) =>
        new DirectoryInfo(folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < time.UtcDateTime);
}

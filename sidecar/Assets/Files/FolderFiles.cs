using Connector.Storage;

namespace Connector.Assets.Files;

/// <summary>Files in a folder of the data directory, or in one that several replicas have mounted.</summary>
internal sealed class FolderFiles(DataDirectory directory) : AssetFiles
{
    private readonly string _folder = DataDirectory.CreatePrivate(Path.Combine(directory.FullPath, "assets"));

    /// <summary>It is given another name.</summary>
    public override bool KeepsAtOnce => true;

    public override Task KeepAsync(string path, string sha256, CancellationToken cancellation)
    {
        File.Move(path, PathOf(sha256), overwrite: true);
        FolderSync.Flush(_folder);
        return Task.CompletedTask;
    }

    /// <summary>Null too after restoring a backup, which holds no files.</summary>
    public override Task<Stream?> OpenReadAsync(string sha256, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
        }
        catch (FileNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public override Task<bool> HoldsAsync(string sha256, long bytes, CancellationToken cancellation) =>
        Task.FromResult(new FileInfo(PathOf(sha256)) is { Exists: true, Length: var length } && length == bytes);

    public override Task DeleteAsync(string sha256, CancellationToken cancellation)
    {
        File.Delete(PathOf(sha256));
        return Task.CompletedTask;
    }

    public override IAsyncEnumerable<string> KeptBeforeAsync(DateTimeOffset time, CancellationToken cancellation) =>
        new DirectoryInfo(_folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < time.UtcDateTime).Select(file => file.Name)
            .ToAsyncEnumerable();

    /// <summary>A name is given to what is complete, so there are none.</summary>
    public override Task ForgetPartsAsync(DateTimeOffset before, CancellationToken cancellation) => Task.CompletedTask;

    private string PathOf(string sha256) => Path.Combine(_folder, sha256);
}

namespace Connector.Assets.Files;

/// <summary>Where complete files are kept, each under the hash of what came; every replica reaches the same ones.</summary>
/// <remarks>What cannot be reached for now is a <see cref="Common.StorageUnavailableException"/>.</remarks>
internal abstract class AssetFiles
{
    /// <summary>Whether to keep a file takes no time, so that others may wait for it.</summary>
    public abstract bool KeepsAtOnce { get; }

    /// <summary>Keeps a file that is complete and on disk; one of that name is replaced.</summary>
    /// <param name="path">Where it is; it may be moved away from there.</param>
    /// <param name="sha256">The name it stays under.</param>
    /// <param name="cancellation">The caller has gone away.</param>
    public abstract Task KeepAsync(string path, string sha256, CancellationToken cancellation);

    /// <summary>A file as it was kept, which can be read from any position; null when it is gone.</summary>
    public abstract Task<Stream?> OpenReadAsync(string sha256, CancellationToken cancellation);

    /// <summary>Whether the file is here, and whole.</summary>
    public abstract Task<bool> HoldsAsync(string sha256, long bytes, CancellationToken cancellation);

    public abstract Task DeleteAsync(string sha256, CancellationToken cancellation);

    /// <summary>The hashes of files last written before that time.</summary>
    public abstract IAsyncEnumerable<string> KeptBeforeAsync(DateTimeOffset time, CancellationToken cancellation);

    /// <summary>Deletes what was being kept before that time and never completed.</summary>
    public abstract Task ForgetPartsAsync(DateTimeOffset before, CancellationToken cancellation);
}

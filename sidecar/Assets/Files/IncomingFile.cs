using System.Security.Cryptography;
using Connector.Assets.Media;
using Connector.Common;

namespace Connector.Assets.Files;

/// <summary>A file that is being received, under a temporary name; it is deleted again unless it is kept.</summary>
internal sealed class IncomingFile : IDisposable
{
    private readonly AssetQuota _quota;
    private FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string? _sha256;

    public IncomingFile(ArrivingFiles arriving, AssetQuota quota, string field)
    {
        (_quota, Path, Field) = (quota, arriving.NewPath(), field);
        // No buffer: what comes is written in large pieces.
        _file = OnDisk(() => new FileStream(Path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0));
    }

    /// <summary>Where in the request it is.</summary>
    public string Field { get; }

    /// <summary>Its temporary name.</summary>
    public string Path { get; }

    public long Bytes { get; private set; }

    /// <summary>Of all the bytes that came; nothing may be written any more.</summary>
    public string Sha256 => _sha256 ??= Convert.ToHexStringLower(_hash.GetHashAndReset());

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        _quota.Reserve(bytes.Length);
        Bytes += bytes.Length;
        _hash.AppendData(bytes.Span);
        try
        {
            await _file.WriteAsync(bytes, cancellation);
        }
        catch (IOException error)
        {
            throw Refused(error);
        }
    }

    /// <summary>What it is, by what was written so far.</summary>
    public MediaFacts ReadFacts()
    {
        using var written = OnDisk(() => new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return MediaReader.Read(written);
    }

    /// <summary>Puts the picture that was made of it in its place; its hash stays that of what came.</summary>
    public void Replace(string path) => OnDisk(() =>
    {
        _file.Dispose();
        File.Move(path, Path, overwrite: true);
        _file = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        _quota.Reserve(_file.Length - Bytes);
        Bytes = _file.Length;
        return Sha256;
    });

    /// <summary>Sees to it that its bytes survive a power cut.</summary>
    public void Flush() => OnDisk(() =>
    {
        _file.Flush(flushToDisk: true);
        return true;
    });

    /// <summary>Gives it to those that are kept, under the name it stays under.</summary>
    public async Task KeepAsync(AssetFiles files, CancellationToken cancellation)
    {
        _file.Dispose();
        try
        {
            await files.KeepAsync(Path, Sha256, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Refused(error);
        }
    }

    public void Dispose()
    {
        _quota.Release(Bytes);
        _hash.Dispose();
        _file.Dispose();
        File.Delete(Path);
    }

    private static T OnDisk<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Refused(error);
        }
    }

    private static StorageUnavailableException Refused(Exception error) => new("The disk does not take the file; it may be full.", error);
}

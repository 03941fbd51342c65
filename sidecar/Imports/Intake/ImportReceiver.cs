using System.IO.Compression;
using System.Security.Cryptography;
using Connector.Http;
using Connector.Imports.Reading;
using Connector.Imports.Store;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Imports.Intake;

/// <summary>Takes a file in: unpacked where it came packed, and packed anew into the database, piece by piece.</summary>
internal sealed class ImportReceiver(ImportFiles files, FreeSpace space, IOptions<ImportOptions> options)
{
    private const int Beginning = 64 * 1024;

    /// <param name="workspaceId">The caller's.</param>
    /// <param name="importId">Whose file it is.</param>
    /// <param name="source">Its bytes.</param>
    /// <param name="cancellation">The caller has gone away.</param>
    /// <exception cref="ProblemException">It is too large, or broken; nothing of it stays.</exception>
    public async Task<ReceivedFile> ReceiveAsync(string workspaceId, string importId, Stream source, CancellationToken cancellation)
    {
        space.EnsureFreeSpace();
        try
        {
            await using var whole = new PeekedStream(source);
            if (await whole.BeginningAsync(2, cancellation) is not [0x1F, 0x8B])
                return await StoreAsync(workspaceId, importId, whole, cancellation);

            await using var unpacked = new GZipStream(whole, CompressionMode.Decompress, leaveOpen: true);
            return await StoreAsync(workspaceId, importId, unpacked, cancellation);
        }
        catch (InvalidDataException)
        {
            await files.ForgetAsync(importId);
            throw ImportProblems.Broken();
        }
        catch
        {
            await files.ForgetAsync(importId);
            throw;
        }
    }

    private async Task<ReceivedFile> StoreAsync(string workspaceId, string importId, Stream source, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var encoding = new EncodingDetector();
        var beginning = new MemoryStream(Beginning);
        var bytes = 0L;
        await using var pieces = files.Create(workspaceId, importId);
        await using (var packer = new GZipStream(pieces, CompressionLevel.Fastest, leaveOpen: true))
        {
            var buffer = new byte[64 * 1024];
            // Filled whole, so that the beginning is long enough to tell what it is.
            while (await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation) is var read and > 0)
            {
                bytes += read;
                if (bytes > options.Value.FileBytes) throw ImportProblems.TooLarge(options.Value.FileBytes);

                var some = buffer.AsMemory(0, read);
                hash.AppendData(some.Span);
                encoding.Add(some.Span);
                if (beginning.Length < Beginning) beginning.Write(some.Span);
                await packer.WriteAsync(some, cancellation);
            }
        }

        await pieces.CompleteAsync();
        if (bytes == 0) throw ImportProblems.Empty();
        return new ReceivedFile(importId, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()), encoding.Name, beginning.ToArray());
    }
}

/// <summary>A file that is stored and not accepted yet.</summary>
internal sealed record ReceivedFile(string ImportId, long Bytes, string Sha256, string Encoding, byte[] Beginning)
{
    /// <summary>What it is called, where that was said.</summary>
    public string? Name { get; init; }
}

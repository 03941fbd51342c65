using System.Text.Json;
using Connector.Simulator.Server;

namespace Connector.Simulator.State;

/// <summary>An append-only file of changes, one JSON object a line; without a path nothing is kept.</summary>
internal sealed class Journal(string? path) : IDisposable
{
    private FileStream? _file;

    /// <summary>What was written before; a last line cut short by a crash is dropped from the file too.</summary>
    public IEnumerable<JournalEntry> Read()
    {
        if (string.IsNullOrEmpty(path) || !File.Exists(path)) yield break;

        var bytes = File.ReadAllBytes(path);
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        if (end < bytes.Length) Open().SetLength(end);

        for (var start = 0; start < end;)
        {
            var length = Array.IndexOf(bytes, (byte)'\n', start) - start;
            if (JsonSerializer.Deserialize<JournalEntry>(bytes.AsSpan(start, length), SimulatorJson.Options) is { } entry)
                yield return entry;
            start += length + 1;
        }
    }

    /// <summary>Written to the operating system when this returns, so it survives the end of the process.</summary>
    public void Append(JournalEntry entry)
    {
        if (string.IsNullOrEmpty(path)) return;
        var file = Open();
        file.Seek(0, SeekOrigin.End);
        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry, SimulatorJson.Options), (byte)'\n']);
        file.Flush();
    }

    public void Dispose() => _file?.Dispose();

    private FileStream Open()
    {
        if (_file is not null) return _file;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path!))!);
        return _file = new FileStream(path!, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
    }
}

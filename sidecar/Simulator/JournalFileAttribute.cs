using System.Text.Json;
using Connector.Settings;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator;

/// <summary>A file of the simulator's own, or one that it can make.</summary>
internal sealed class JournalFileAttribute()
    : SettingRuleAttribute("a file that only the simulator writes, in a folder where it may make one, such as ./data/simulator.jsonl")
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } path || IsUsable(path);

    private static bool IsUsable(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            return File.Exists(full) ? IsJournal(full) : !Directory.Exists(full) && MayMakeFile(Path.GetDirectoryName(full));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    // What is behind its last line end is cut off when it is read, so another program's file would be harmed.
    private static bool IsJournal(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        try
        {
            return reader.ReadLine() is not { } first
                || (first.StartsWith('{')
                    && (reader.EndOfStream || JsonSerializer.Deserialize<JournalEntry>(first, SimulatorJson.Options) is not null));
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException)
        {
            return false;
        }
    }

    // Folders that are not there yet are made, in the nearest one that is.
    private static bool MayMakeFile(string? folder)
    {
        while (folder is not null && !Directory.Exists(folder))
        {
            if (File.Exists(folder)) return false;
            folder = Path.GetDirectoryName(folder);
        }

        if (folder is null) return false;
        using var probe = new FileStream(
            Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1,
            FileOptions.DeleteOnClose);
        return true;
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Crash.Power;

/// <summary>
/// Reads a trace as the events that matter. Each stands where its call began, except a sync, which counts when it has ended.
/// </summary>
internal static partial class Trace
{
    public const string Calls = "openat,unlink,unlinkat,pwrite64,pwritev,write,writev,ftruncate,fallocate,fsync,fdatasync,sendto,sendmsg";

    /// <param name="lines">What strace wrote.</param>
    /// <param name="folder">The data directory.</param>
    /// <param name="files">The names of the files in it that are traced.</param>
    public static IEnumerable<DiskEvent> Read(IEnumerable<string> lines, string folder, IReadOnlySet<string> files)
    {
        var syncing = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            if (ReadLine(line, folder, files, syncing) is { } happened) yield return happened;
        }
    }

    private static DiskEvent? ReadLine(string line, string folder, IReadOnlySet<string> files, Dictionary<string, string> syncing)
    {
        if (!TraceLine.TryRead(line, out var call)) return null;

        switch (call.Name)
        {
            case "fsync" or "fdatasync":
                return ReadSync(call, folder, files, syncing);

            case var _ when call.IsRest || call.HasFailed:
                return null;

            case "sendto" or "sendmsg":
                return ReadMessage(Encoding.UTF8.GetString(call.Data()));

            // Its second argument is a path, and so is the only one of unlink.
            case "openat" or "unlink" or "unlinkat":
                var opened = FileOf(PathIn(call), folder, files);
                if (opened is null) return null;
                return call.Name is not "openat"
                    ? new Removed(opened)
                    : call.Arguments.Contains("O_CREAT", StringComparison.Ordinal) ? new Created(opened) : null;

            case var _ when FileOf(call.Path, folder, files) is not { }:
                return null;

            case "pwrite64":
                return new Written(FileOf(call.Path, folder, files)!, call.LastNumber, call.Data());

            case "ftruncate":
                return new Resized(FileOf(call.Path, folder, files)!, call.LastNumber);

            // Nobody who writes a database this way was seen; if one comes, cuts rebuilt without it would prove nothing.
            default:
                throw new InvalidDataException($"The database was written with {call.Name}, which is not understood here.");
        }
    }

    private static DiskEvent? ReadSync(TraceLine call, string folder, IReadOnlySet<string> files, Dictionary<string, string> syncing)
    {
        var path = call.IsRest ? syncing.GetValueOrDefault(call.Process.ToString(), "") : call.Path;
        if (call.IsBegun)
        {
            syncing[call.Process.ToString()] = path;
            return null;
        }

        if (call.HasFailed) return null;
        return path == folder ? new FolderSynced() : FileOf(path, folder, files) is { } file ? new Synced(file) : null;
    }

    private static DiskEvent? ReadMessage(string message)
    {
        if (Accepts(message) && PinId().Match(message) is { Success: true } pin) return new Answered(pin.Groups[1].Value);
        if (message.StartsWith("POST /v5/pins ", StringComparison.Ordinal) && Title().Match(message) is { Success: true } create)
            return new Sent(create.Groups[1].Value);
        return null;
    }

    // A caller who got no first answer is promised the pin by the answer to a repeat.
    private static bool Accepts(string message) =>
        message.StartsWith("HTTP/1.1 202", StringComparison.Ordinal)
        || (message.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)
            && message.Contains("Idempotent-Replayed", StringComparison.Ordinal));

    private static string PathIn(TraceLine call) => Encoding.UTF8.GetString(call.Data());

    private static string? FileOf(string path, string folder, IReadOnlySet<string> files) =>
        path.StartsWith(folder + "/", StringComparison.Ordinal) && path[(folder.Length + 1)..] is var name && files.Contains(name)
            ? name
            : null;

    [GeneratedRegex("\"id\":\"(pin_[^\"]+)\"")]
    private static partial Regex PinId();

    [GeneratedRegex("\"title\":\"([^\"]+)\"")]
    private static partial Regex Title();
}

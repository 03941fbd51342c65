using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.Http;
using Connector.Settings;
using Connector.Storage;

namespace Connector.Backup;

/// <summary>The one file a backup is: a zip of the database, its key ring, the simulator's state and a manifest.</summary>
internal static partial class Archive
{
    private const string ManifestName = "manifest.json";

    /// <summary>What belongs into one, by name, out of a folder laid out like a data directory.</summary>
    public static IReadOnlyDictionary<string, string> HashesOf(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
        .Where(name => Known().IsMatch(name))
        .ToDictionary(name => name, name => HashOf(Path.Combine(folder, name)));

    /// <summary>Writes it to disk, readable by its owner only.</summary>
    public static void Write(string file, string folder, Manifest manifest)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var entry = zip.CreateEntry(ManifestName).Open()) JsonSerializer.Serialize(entry, manifest, Json.Options);
            foreach (var name in manifest.Files.Keys) zip.CreateEntryFromFile(Path.Combine(folder, name), name);
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>Reads the manifest, and lays the files out in a folder, on disk and as they were written.</summary>
    /// <exception cref="BackupException">It is damaged, not a backup, or of a newer program.</exception>
    public static Manifest Extract(string file, string folder)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var manifest = ReadManifest(zip);
            if (manifest.SchemaVersion > Migrations.Latest)
                throw new BackupException($"{file} was written by version {manifest.ProgramVersion}, which is newer than this program "
                    + $"({Manifest.ThisProgram}). Restore it with that version or a later one.");

            EnsureNothingElse(file, zip, manifest);
            foreach (var (name, hash) in manifest.Files) Extract(zip, name, hash, folder);
            return manifest;
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or EndOfStreamException)
        {
            throw new BackupException(
                $"{file} is damaged, or was not written by connector backup. Nothing was restored; take another backup.", error);
        }
    }

    // What the manifest does not vouch for was put there later; a name that is there twice could be read either way.
    private static void EnsureNothingElse(string file, ZipArchive zip, Manifest manifest)
    {
        var left = manifest.Files.Keys.Append(ManifestName).ToHashSet();
        var more = zip.Entries.Select(entry => entry.FullName).Where(name => !left.Remove(name)).ToList();
        if (more.Count > 0)
            throw new BackupException($"{file} holds files that are not in its manifest: {SettingText.Printable(string.Join(", ", more))}. "
                + "Nothing was restored; use a backup as connector backup wrote it.");
    }

    private static Manifest ReadManifest(ZipArchive zip)
    {
        using var entry = (zip.GetEntry(ManifestName) ?? throw new InvalidDataException("It has no manifest.")).Open();
        var manifest = JsonSerializer.Deserialize<Manifest>(entry, Json.Options);
        return manifest is { Files: { } files, ProgramVersion: not null }
            && files.ContainsKey(DataDirectory.DatabaseName)
            && files.Keys.All(Known().IsMatch)
            ? manifest
            : throw new InvalidDataException("Its manifest is not complete.");
    }

    private static void Extract(ZipArchive zip, string name, string hash, string folder)
    {
        var target = Path.Combine(folder, name);
        DataDirectory.CreatePrivate(Path.GetDirectoryName(target)!);
        (zip.GetEntry(name) ?? throw new InvalidDataException($"It has no {name}.")).ExtractToFile(target);
        using (var written = new FileStream(target, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
        if (HashOf(target) != hash) throw new InvalidDataException($"Its {name} is not what was written.");
    }

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    // Also what keeps an archive that somebody tampered with from writing anywhere else.
    [GeneratedRegex(@"^(connector\.db|simulator\.jsonl|keys/[\w-][\w.-]*\.xml)$")]
    private static partial Regex Known();
}

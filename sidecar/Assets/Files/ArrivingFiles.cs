using Connector.Storage;

namespace Connector.Assets.Files;

/// <summary>Files that are being received or converted: on this machine's disk, under names of their own.</summary>
internal sealed class ArrivingFiles(DataDirectory directory)
{
    private readonly string _folder = Make(directory);

    public string NewPath() => Path.Combine(_folder, Guid.NewGuid().ToString("n"));

    /// <summary>Deletes files whose receipt began before that time and never completed.</summary>
    public void ForgetBefore(DateTimeOffset time)
    {
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < time.UtcDateTime))
            file.Delete();
    }

    // In the folder of those that are kept, so that to keep one there is to give it another name.
    private static string Make(DataDirectory directory)
    {
        var kept = DataDirectory.CreatePrivate(Path.Combine(directory.FullPath, "assets"));
        return DataDirectory.CreatePrivate(Path.Combine(kept, "arriving"));
    }
}

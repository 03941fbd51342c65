using Connector.Storage;

namespace Connector.Backup;

/// <summary>A private folder for files that are not complete yet; deleted at the end, or after a crash by the next run.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder(string path)
    {
        FullPath = path;
        Dispose();
        DataDirectory.CreatePrivate(path);
    }

    public string FullPath { get; }

    public string File(string name) => Path.Combine(FullPath, name);

    public void Dispose()
    {
        if (Directory.Exists(FullPath)) Directory.Delete(FullPath, recursive: true);
    }
}

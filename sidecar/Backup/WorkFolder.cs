using Connector.Storage;

namespace Connector.Backup;

/// <summary>A private folder for what is not complete yet; it goes when the work is over, or when the next one begins after a crash.</summary>
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

namespace Connector.Crash.Replicas;

/// <summary>What was done and seen at which time, in a file that is read beside the logs of the replicas.</summary>
internal sealed class Timeline(string folder)
{
    private readonly object _gate = new();
    private readonly string _path = Path.Combine(folder, "timeline.log");

    public void Note(string what)
    {
        lock (_gate) File.AppendAllText(_path, $"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {what}\n");
    }
}

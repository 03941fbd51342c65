using System.Globalization;
using Connector.Tests.Support;

namespace Connector.Bench.Running;

/// <summary>A temporary folder for everything a run leaves behind.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("connector-bench-").FullName;
    private int _next;

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_root, (++_next).ToString(CultureInfo.InvariantCulture))).FullName;

    /// <summary>Builds what is shipped and returns the program.</summary>
    public Task<string> PublishSidecarAsync() => PublishedSidecar.BuildAsync(NewFolder());

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

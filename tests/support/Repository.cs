using System.Runtime.CompilerServices;

namespace Connector.Tests.Support;

/// <summary>Finds files of the repository the tests were built from.</summary>
public static class Repository
{
    public static readonly string Root = System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "..", ".."));

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Here([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}

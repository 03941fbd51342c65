using System.Text;

namespace Connector.Tests.Support;

/// <summary>Looks for a text in the bytes of every file a sidecar wrote.</summary>
public static class SecretScan
{
    /// <param name="directory">The data directory of a sidecar that may be running.</param>
    /// <param name="text">What must not be there.</param>
    /// <param name="except">Files that may have it.</param>
    public static IReadOnlyList<string> FilesWith(string directory, string text, params string[] except) =>
    [
        .. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Where(file => !except.Contains(Path.GetFileName(file)) && Bytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0),
    ];

    private static byte[] Bytes(string file)
    {
        if (Path.GetFileName(file) == "connector.lock") return []; // held, and empty
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

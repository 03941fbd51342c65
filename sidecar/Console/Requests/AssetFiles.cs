using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace Connector.Console.Requests;

/// <summary>
/// The stylesheet, the script and the icon. They are embedded in the program, so that they are found from any working folder and any build.
/// </summary>
internal static class AssetFiles
{
    private const string Folder = "Connector.Console.Assets.";

    private static readonly FrozenDictionary<string, AssetFile> Files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => AssetFile.Read(name[Folder.Length..], name))
        .ToFrozenDictionary(file => file.Name);

    /// <summary>The address of a file, with its version: a browser may keep it for ever.</summary>
    public static string Address(string name) => $"/console/{name}?v={Files[name].Version}";

    public static IResult Serve(string file, HttpContext http)
    {
        if (!Files.TryGetValue(file, out var found)) return Results.NotFound();

        var isVersion = http.Request.Query["v"] == found.Version;
        http.Response.Headers.CacheControl = isVersion ? "public, max-age=31536000, immutable" : "no-cache";
        SecurityHeaders.Add(http.Response.Headers);
        return Results.Bytes(found.Bytes, found.Type);
    }

    private sealed record AssetFile(string Name, byte[] Bytes, string Type, string Version)
    {
        public static AssetFile Read(string name, string resource)
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new AssetFile(name, bytes, TypeOf(name), Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        }

        private static string TypeOf(string name) => Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"The console has no type for {other}."),
        };
    }
}

using Connector.Assets;
using Connector.Assets.Conversion;

namespace Connector.Tests.Assets.Conversion;

/// <summary>A folder of a test's own, and orders to convert what is in it under the usual limits.</summary>
internal sealed class ConversionFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pictures-");

    public string Path(params ReadOnlySpan<string> names) => System.IO.Path.Combine([_folder.FullName, .. names]);

    public ConversionOrder Order(string source, string type) => new(source, type, Path("target"))
    {
        MostPixels = 200_000_000,
        Pixels = new ImageOptions().Pixels,
        MostBytes = new AssetOptions().ImageBytes,
        MemoryBytes = new ImageOptions().MemoryBytes,
        Seconds = (int)new ImageOptions().Timeout.TotalSeconds,
    };

    public async Task<(ConversionResult Result, byte[]? Written)> ConvertAsync(
        byte[] bytes, string type, Func<ConversionOrder, ConversionOrder>? change = null)
    {
        var order = Order(Path("source"), type);
        await File.WriteAllBytesAsync(order.Source, bytes);
        var result = await new ConversionProcess(TimeProvider.System).RunAsync((change ?? (same => same))(order), CancellationToken.None);
        return (result, File.Exists(order.Target) ? await File.ReadAllBytesAsync(order.Target) : null);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

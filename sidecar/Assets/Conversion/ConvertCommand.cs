using System.Text.Json;
using Connector.Http;
using NetVips;

namespace Connector.Assets.Conversion;

/// <summary>
/// <c>connector convert-image ORDER</c>: what the sidecar starts for each picture, so that a hostile one harms only that process.
/// </summary>
internal static class ConvertCommand
{
    public const string Name = "convert-image";

    public static int Run(string order, TextWriter output)
    {
        output.Write(JsonSerializer.Serialize(Convert(JsonSerializer.Deserialize<ConversionOrder>(order, Json.Options)!), Json.Options));
        return 0;
    }

    private static ConversionResult Convert(ConversionOrder order)
    {
        ProcessLimits.Set(order.MemoryBytes, order.Seconds);
        try
        {
            return Picture.Convert(order);
        }
        catch (VipsException error)
        {
            var isMemory = error.Message.Contains("out of memory", StringComparison.Ordinal);
            return ConversionResult.Failed(isMemory ? ConversionFailure.Crashed : ConversionFailure.Broken);
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return ConversionResult.Failed(ConversionFailure.NoLibrary);
        }
    }
}

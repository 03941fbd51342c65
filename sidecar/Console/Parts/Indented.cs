using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Http;

namespace Connector.Console.Parts;

/// <summary>JSON for people to read and copy: what is not there is left out, and letters stay letters.</summary>
internal static class Indented
{
    public static readonly JsonSerializerOptions Options = new(Json.Options)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The page encodes it once more, as text.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

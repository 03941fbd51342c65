using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Contract;

/// <summary>The file of what was true when somebody last looked.</summary>
internal static class KeptFacts
{
    public static readonly string Usual = Path.Combine(AppContext.BaseDirectory, "kept.json");

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        RespectNullableAnnotations = true,
    };

    public static Facts Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Facts>(File.ReadAllText(path), Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path} cannot be read: {error.Message}", error);
        }
    }

    public static void Write(string path, Facts facts) => File.WriteAllText(path, JsonSerializer.Serialize(facts, Options) + "\n");
}

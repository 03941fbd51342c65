using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Http;

namespace Connector.Pins;

/// <summary>
/// A pin read by itself, so that what is wrong with it can be said beside what else is: one of many, or one that is only looked at.
/// </summary>
[JsonConverter(typeof(Reader)), OnTheWire(typeof(CreatePinRequest))]
public sealed record PinInBatch
{
    internal CreatePinRequest? Request { get; init; }

    internal Problem? Problem { get; init; }

    internal void Deconstruct(out CreatePinRequest? request, out Problem? problem) => (request, problem) = (Request, Problem);

    private sealed class Reader : JsonConverter<PinInBatch>
    {
        public override PinInBatch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var element = JsonElement.ParseValue(ref reader);
            try
            {
                return new PinInBatch
                {
                    Request = element.Deserialize<CreatePinRequest>(options)
                    ?? throw new JsonException("The JSON value could not be converted.")
                };
            }
            catch (JsonException error)
            {
                return new PinInBatch { Problem = UnreadableRequest.Explain(error) };
            }
        }

        public override void Write(Utf8JsonWriter writer, PinInBatch value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Request, options);
    }
}

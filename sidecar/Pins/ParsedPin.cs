using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Http;

namespace Connector.Pins;

/// <summary>
/// A pin parsed by itself, so that an error in its JSON becomes its own problem: a pin of a batch, or a pin that is only validated.
/// </summary>
[JsonConverter(typeof(Reader)), OnTheWire(typeof(CreatePinRequest))]
public sealed record ParsedPin
{
    internal CreatePinRequest? Request { get; init; }

    internal Problem? Problem { get; init; }

    internal void Deconstruct(out CreatePinRequest? request, out Problem? problem) => (request, problem) = (Request, Problem);

    private sealed class Reader : JsonConverter<ParsedPin>
    {
        public override bool HandleNull => true;

        public override ParsedPin? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader is { TokenType: JsonTokenType.Null, CurrentDepth: 0 }) return null;

            var begin = reader;
            try
            {
                var request = JsonSerializer.Deserialize<CreatePinRequest>(ref reader, options);
                return new ParsedPin { Request = request ?? throw new InvalidJsonException("must be a JSON object; it is null.") };
            }
            catch (JsonException error)
            {
                // Read again to its end, where the next pin begins; what is no JSON at all fails here too, and with it the whole body.
                reader = begin;
                using (JsonDocument.ParseValue(ref reader)) return new ParsedPin { Problem = UnreadableRequest.Explain(error) };
            }
        }

        public override void Write(Utf8JsonWriter writer, ParsedPin value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Request, options);
    }
}

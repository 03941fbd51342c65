using System.Text.Json;

namespace Connector.Pinterest.Errors;

/// <summary>Pinterest's error envelope, in all the forms it has been seen in; gateways answer with something else entirely.</summary>
internal static class ErrorBody
{
    private const int LongestMessage = 500;

    // https://datatracker.ietf.org/doc/html/rfc6749#section-5.2 for the last two.
    private static readonly string[] MessageNames = ["message", "message_detail", "error", "error_description"];

    public static (int? Code, string Message) Read(int status, byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement is { ValueKind: JsonValueKind.Object } error)
            {
                int? code = error.TryGetProperty("code", out var number)
                    && number.ValueKind == JsonValueKind.Number
                    && number.TryGetInt32(out var value)
                    ? value
                    : null;
                var message = string.Join(' ', MessageNames.Select(name => Text(error, name)).OfType<string>().Distinct());
                if (message.Length > 0) return (code, message[..Math.Min(message.Length, LongestMessage)]);
                return (code, $"Pinterest answered {status} without a message.");
            }
        }
        catch (JsonException)
        {
            // Not Pinterest's JSON: a gateway's page, or nothing.
        }

        return (null, $"Pinterest answered {status} without an explanation.");
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } value
            ? value
            : null;
}

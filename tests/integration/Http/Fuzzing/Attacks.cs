using System.Text;
using System.Text.Json.Nodes;
using Connector.Tests.Support.OpenApi;

namespace Connector.Tests.Http.Fuzzing;

/// <summary>A request with a mistake in it.</summary>
/// <param name="Name">Where the mistake is, and which.</param>
/// <param name="Field">What the refusal must name; null when it is about the whole request.</param>
/// <param name="IsWrong">Whether it must be refused.</param>
/// <param name="Make">Makes the request of a valid one.</param>
public sealed record Attack(string Name, string? Field, bool IsWrong, Func<ValidRequest, HttpRequestMessage> Make);

/// <summary>Every mistake that can be made with an operation.</summary>
public static class Attacks
{
    public static IEnumerable<Attack> On(FuzzedOperation operation, ValidRequest valid, SchemaCheck schemas) =>
        OnParameters(operation, valid).Concat(OnBody(operation, valid, schemas));

    private static IEnumerable<Attack> OnParameters(FuzzedOperation operation, ValidRequest valid)
    {
        foreach (var (name, place, schema) in operation.Parameters)
        {
            foreach (var mutation in Mutation.OfText(schema).Where(each => CanBeSent(each, place)))
            {
                var isWrong = mutation.IsWrong && place != "path";
                yield return new Attack(
                    $"{place} {name}={mutation.Raw}", name, isWrong, request => request.WithParameter(name, place, mutation.Raw));
            }

            if (place != "query") continue;
            var twice = valid.Query.GetValueOrDefault(name) ?? "1";
            yield return new Attack(
                $"query {name} twice", name, true, request => (request with { Query = Without(request.Query, name) }).WithQuery(
                    $"{name}={twice}&{name}={twice}"));
        }

        if (operation.Path.StartsWith("/v1/", StringComparison.Ordinal))
            yield return new Attack("unknown parameter", "acount_id", true, request => request.WithQuery("acount_id=1"));
    }

    private static IEnumerable<Attack> OnBody(FuzzedOperation operation, ValidRequest valid, SchemaCheck schemas)
    {
        if (operation.BodySchema is not { } schema) yield break;

        var body = valid.Body!;
        foreach (var (name, raw) in new[]
        {
            ("null", "null"), ("list", "[]"), ("text", "\"x\""), ("number", "5"), ("not JSON", "{"), ("nothing", ""), ("two", "{} {}"),
            ("nested", new string('[', 100) + new string(']', 100)),
        })
            if (raw.Length > 0 || operation.BodyIsRequired)
                yield return new Attack($"body: {name}", null, true, request => request.ToMessage(raw));
        foreach (var charset in new[] { "bogus", "utf-7", "\"\"" })
            yield return new Attack($"charset {charset}", null, true, request => InCharset(request, charset));

        foreach (var field in BodyField.Of(schemas, schema, body))
        {
            foreach (var mutation in Mutation.OfJson(schemas, field.Schema, At(body, field)))
                yield return new Attack(
                    $"{field.Text}: {mutation.Kind}", mutation.IsReadable ? field.Name : null, mutation.IsWrong,
                    request => request.ToMessage(field.With(request.Body!, mutation.Raw)));
            if (field.Steps[^1] is string)
                yield return new Attack(
                    $"{field.Text} twice", field.Name, true, request => request.ToMessage(field.Twice(request.Body!)));
        }

        if ((bool?)schemas.Resolve(schema)["additionalProperties"] == false)
            yield return new Attack("unknown field", "tilte", true, request => request.ToMessage(With(request.Body!, "tilte")));
    }

    // Kestrel refuses NUL in a path; HttpClient sends a header only in ASCII.
    private static bool CanBeSent(Mutation mutation, string place) => place switch
    {
        "path" => mutation.Kind != "NUL" && mutation.Raw.Length > 0,
        "header" => !mutation.Raw.Contains('%', StringComparison.Ordinal),
        _ => true,
    };

    private static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> query, string name) =>
        query.Where(each => each.Key != name).ToDictionary();

    private static HttpRequestMessage InCharset(ValidRequest request, string charset)
    {
        var message = request.ToMessage();
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body!.ToJsonString()));
        message.Content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");
        return message;
    }

    private static string With(JsonNode body, string unknown)
    {
        var changed = body.DeepClone();
        changed[unknown] = 1;
        return changed.ToJsonString();
    }

    private static JsonNode? At(JsonNode body, BodyField field) => field.Steps.Aggregate(
        (JsonNode?)body, (node, step) => step is int index ? (node as JsonArray)?[index] : (node as JsonObject)?[(string)step]);
}

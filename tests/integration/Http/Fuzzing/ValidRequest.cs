using System.Text.Json.Nodes;

namespace Connector.Tests.Http.Fuzzing;

/// <summary>A request that its operation takes: what is fuzzed differs from it in one place.</summary>
public sealed record ValidRequest(FuzzedOperation Operation)
{
    /// <summary>The ids of the path, in order.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    public JsonNode? Body { get; init; }

    /// <summary>Answered when nothing is wrong with the request itself, and the thing it is about is in another state.</summary>
    public int? OtherState { get; init; }

    public HttpRequestMessage ToMessage() => ToMessage(Body?.ToJsonString());

    public HttpRequestMessage ToMessage(string? body)
    {
        var message = new HttpRequestMessage(new HttpMethod(Operation.Method), new Uri(Path(Ids) + Text(Query), UriKind.Relative));
        if (body is not null) message.Content = new StringContent(body, null, "application/json");
        return message;
    }

    /// <summary>With this text, encoded already, as a parameter.</summary>
    public HttpRequestMessage WithParameter(string name, string place, string text)
    {
        var message = ToMessage();
        if (place == "header") message.Headers.TryAddWithoutValidation(name, Uri.UnescapeDataString(text));
        if (place == "query") message.RequestUri = new Uri(
            Path(Ids) + Text(Query.Where(each => each.Key != name).Append(new(name, text))), UriKind.Relative);
        if (place == "path") message.RequestUri = new Uri(
            Path([.. Operation.PathNames.Zip(Ids, (each, id) => each == name ? text : id)]) + Text(Query), UriKind.Relative);
        return message;
    }

    public HttpRequestMessage WithQuery(string query)
    {
        var message = ToMessage();
        message.RequestUri = new Uri(Path(Ids) + Text(Query) + (Query.Count > 0 ? "&" : "?") + query, UriKind.Relative);
        return message;
    }

    private string Path(IReadOnlyList<string> ids) => Operation.PathNames.Zip(ids).Aggregate(
        Operation.Path, (path, id) => path.Replace($"{{{id.First}}}", id.Second, StringComparison.Ordinal));

    private static string Text(IEnumerable<KeyValuePair<string, string>> query) =>
        query.Any() ? "?" + string.Join('&', query.Select(each => $"{each.Key}={each.Value}")) : "";
}

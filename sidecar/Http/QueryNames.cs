using System.Reflection;
using System.Text.Json;
using Connector.Common;
using FastEndpoints;
using Microsoft.Extensions.Primitives;

namespace Connector.Http;

/// <summary>
/// Refuses a query parameter that the operation does not know, one given twice, and one with the NUL character: a typo in a filter must
/// not answer everything.
/// </summary>
internal static class QueryNames
{
    private const int Near = 3;

    public static Task RefuseUnknown(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.QueryString.HasValue) return next(http);

        // Health checks are called by what we do not know; pages are no operations.
        if (http.GetEndpoint()?.Metadata.GetMetadata<EndpointDefinition>() is not { AnonymousVerbs: null } operation) return next(http);

        var known = Of(operation.ReqDtoType);
        var wrong = http.Request.Query
            .Select(given => given.Key.Length == 0
                ? (Key: "query", Error: Nameless(given.Value))
                : (given.Key, Error: ErrorOf(given.Key, given.Value, known)))
            .Where(given => given.Error is not null)
            .ToDictionary(given => given.Key, given => new[] { given.Error! });
        return wrong.Count == 0 ? next(http) : ProblemJson.WriteAsync(http, Problems.InvalidFields(wrong)).AsTask();
    }

    /// <summary>The parameters a request takes; one that ends with a dot is the beginning of many.</summary>
    private static IReadOnlyList<string> Of(Type request) =>
    [
        .. request.GetProperties()
            .Where(property => property.IsDefined(typeof(QueryParamAttribute), true))
            .Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)),
        .. request.GetCustomAttributes<QueryPrefixAttribute>().Select(open => open.Prefix),
    ];

    private static string? ErrorOf(string name, StringValues values, IReadOnlyList<string> known)
    {
        if (!known.Any(one => one.EndsWith('.') ? name.StartsWith(one, StringComparison.Ordinal) : Same(one, name)))
            return $"This parameter is not known. {Hint(name, known)} A typo must not answer something else, so unknown ones are refused.";
        if (values.Count > 1) return "This parameter is given more than once.";
        return values.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true) ? "must not contain the NUL character." : null;
    }

    private static string Nameless(StringValues values) =>
        $"\"={Shown.Cut(values.ToString())}\" has no name before the =. Give the parameter's name, as in ?limit=10, or leave it out.";

    private static string Hint(string name, IReadOnlyList<string> known)
    {
        if (known.Count == 0) return "This operation takes no parameters.";

        var near = known.Where(one => Spelling.Distance(name.ToLowerInvariant(), one) <= Near).ToList();
        return near.Count > 0 ? $"Did you mean {string.Join(" or ", near)}?" : $"The parameters here are {string.Join(", ", known)}.";
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}

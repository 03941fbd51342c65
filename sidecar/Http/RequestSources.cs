using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using FastEndpoints;
using Microsoft.Extensions.Primitives;

namespace Connector.Http;

/// <summary>
/// Takes a property from where its attribute says, and a request without such attributes from the JSON body.
/// FastEndpoints by itself tries every source for every property, so that a query value could fill a field of the body.
/// </summary>
internal sealed class RequestSources<TRequest>() : RequestBinder<TRequest>(Sources)
    where TRequest : notnull
{
    public override ValueTask<TRequest> BindAsync(BinderContext ctx, CancellationToken cancellation)
    {
        DropEmptyQuery(ctx.HttpContext.Request);
        return base.BindAsync(ctx, cancellation);
    }

    /// <summary>"?account_id=" counts as left out, as "" does in a body; metadata.KEY is no property, and stays.</summary>
    private static void DropEmptyQuery(HttpRequest http)
    {
        if (http.QueryString.HasValue && http.Query.Any(IsLeftOut))
            http.Query = new QueryCollection(
                http.Query.Where(each => !IsLeftOut(each)).ToDictionary(StringComparer.OrdinalIgnoreCase));

        static bool IsLeftOut(KeyValuePair<string, StringValues> each) =>
            StringValues.IsNullOrEmpty(each.Value) && Optional.Contains(each.Key);
    }

    private static readonly HashSet<string> Optional = [.. typeof(TRequest).GetProperties()
        .Where(property => property.IsDefined(typeof(QueryParamAttribute), true))
        .Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name))];

    private static BindingSource Sources =>
        (RequestBody.IsExpected(typeof(TRequest)) ? BindingSource.JsonBody : 0)
        | (RequestBody.HasOtherSources(typeof(TRequest))
            ? BindingSource.RouteValues | BindingSource.QueryParams | BindingSource.Headers
            : 0);
}

/// <summary>Which property of a request is its JSON body.</summary>
internal static class RequestBody
{
    /// <summary>Whether there is a body: a request whose properties name no source is the body itself.</summary>
    public static bool IsExpected(Type request) =>
        request != typeof(EmptyRequest) && (!HasOtherSources(request) || Of(request) is not null);

    public static bool HasOtherSources(Type request) =>
        request.GetProperties().Any(property => property.IsDefined(typeof(NonJsonBindingAttribute), true));

    public static bool IsRequired(PropertyInfo body) =>
        body.IsDefined(typeof(RequiredAttribute), true) || body.IsDefined(typeof(CheckedBodyAttribute), true);

    public static PropertyInfo? Of(Type request) =>
        request.GetProperties().FirstOrDefault(property => property.IsDefined(typeof(FromBodyAttribute), false));
}

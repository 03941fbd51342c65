using System.Reflection;
using FastEndpoints;

namespace Connector.Http;

/// <summary>
/// Takes a property from where its attribute says, and a request without such attributes from the JSON body.
/// FastEndpoints by itself tries every source for every property, so that a query value could fill a field of the body.
/// </summary>
internal sealed class RequestSources<TRequest>() : RequestBinder<TRequest>(Sources)
    where TRequest : notnull
{
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

    public static PropertyInfo? Of(Type request) =>
        request.GetProperties().FirstOrDefault(property => property.IsDefined(typeof(FromBodyAttribute), false));
}

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
    private static BindingSource Sources
    {
        get
        {
            var isNamed = RequestBody.HasNamedSources(typeof(TRequest));
            var hasBody = !isNamed || RequestBody.Of(typeof(TRequest)) is not null;
            return (hasBody ? BindingSource.JsonBody : 0)
                | (isNamed ? BindingSource.RouteValues | BindingSource.QueryParams | BindingSource.Headers : 0);
        }
    }
}

/// <summary>Which property of a request is its JSON body.</summary>
internal static class RequestBody
{
    public static PropertyInfo? Of(Type request) => request.GetProperties().FirstOrDefault(property => property.IsDefined(typeof(FromBodyAttribute), false));

    /// <summary>Whether a request has no body, because all of it comes from the address and the headers.</summary>
    public static bool IsNone(Type request) => request == typeof(EmptyRequest) || (HasNamedSources(request) && Of(request) is null);

    public static bool HasNamedSources(Type request) =>
        request.GetProperties().Any(property => property.IsDefined(typeof(NonJsonBindingAttribute), true));
}

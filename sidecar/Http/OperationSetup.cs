using FastEndpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Connector.Http;

/// <summary>How FastEndpoints is set up: what is not valid or cannot be read reaches <see cref="ProblemHandler"/>.</summary>
internal static class OperationSetup
{
    public static void AddOperations(this IServiceCollection services, IReadOnlyCollection<Type> operations) =>
        services.AddSingleton(typeof(IRequestBinder<>), typeof(RequestSources<>))
            .AddSingleton<OperationFactory>()
            .AddSingleton<IEndpointFactory>(provider => provider.GetRequiredService<OperationFactory>())
            .AddFastEndpoints([.. operations]);

    public static void MapOperations(this WebApplication app)
    {
        // FastEndpoints publishes a list of its routes there, for its own test client, to anybody.
        app.Map("/_test_url_cache_", () => Results.NotFound()).WithOrder(-1).AllowAnonymous().ExcludeFromDescription();
        var factory = app.Services.GetRequiredService<OperationFactory>();
        factory.IsMapping = true;
        app.MapFastEndpoints(Configure);
        factory.IsMapping = false;
    }

    /// <summary>Takes away the header by which FastEndpoints' test client has every field read from the body.</summary>
    public static Task DropTestHeader(HttpContext http, RequestDelegate next)
    {
        http.Request.Headers.Remove("_RoutelessTest_");
        return next(http);
    }

    /// <summary>
    /// Answers 415 with a problem: FastEndpoints answers a request without a content type 415 with no body, and fails at an unknown
    /// charset.
    /// </summary>
    public static Task RequireContentType(HttpContext http, RequestDelegate next)
    {
        var accepts = http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>();
        if (http.Request.ContentType == JsonBody.Plain && accepts is { IsOptional: false }) return next(http);
        if (HasBody(http) && !JsonBody.HasKnownCharset(http.Request))
            return ProblemJson.WriteAsync(http, Problems.UnknownCharset()).AsTask();
        if (accepts is null || accepts.ContentTypes.Contains("*/*")) return next(http);

        // Where the body may be left out, FastEndpoints would pass over one whose type it cannot read.
        if (HasBody(http) && accepts.ContentTypes.Contains("application/json") && !http.Request.HasJsonContentType())
            return ProblemJson.WriteAsync(http, Problems.OfStatus(415)).AsTask();

        // FastEndpoints would refuse a missing type and parse an empty body as JSON, also where the body may be left out.
        if (accepts.IsOptional && !HasBody(http)) http.Request.ContentType = "application/octet-stream";
        return http.Request.ContentType is null ? ProblemJson.WriteAsync(http, Problems.OfStatus(415)).AsTask() : next(http);
    }

    private static bool HasBody(HttpContext http) => http.Features.GetRequiredFeature<IHttpRequestBodyDetectionFeature>().CanHaveBody;

    private static void Configure(Config api)
    {
        api.Binding.UsePropertyNamingPolicy = true;
        api.Binding.JsonExceptionTransformer = null;
        api.Binding.FailureMessage = (type, _, _) => ExpectedValue.Of(type);
        api.Serializer.RequestDeserializer = JsonBody.ReadAsync;
        api.Validation.EnableDataAnnotationsSupport = true;
        api.Errors.ProducesMetadataType = null;
        api.Endpoints.ShortNames = true;
        api.Endpoints.Configurator = ConfigureOperation;
    }

    private static void ConfigureOperation(EndpointDefinition operation)
    {
        operation.DontCatchExceptions();
        operation.Description(route =>
        {
            if (operation.AnonymousVerbs is null) route.ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(429);
            if (RequestBody.Of(operation.ReqDtoType) is { } body)
                route.ClearDefaultAccepts().Accepts(
                    body.PropertyType, !RequestBody.IsRequired(body), "application/json");
            else if (operation.Verbs is ["GET"] or ["DELETE"] || !RequestBody.IsExpected(operation.ReqDtoType))
                route.ClearDefaultAccepts();
        });
    }
}

using Connector.Http.OpenApi;
using Connector.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Connector.Http;

/// <summary>Registers how the sidecar speaks HTTP: JSON, problems, scopes, request limits, operations and their description.</summary>
internal static class HttpFeature
{
    public static IServiceCollection AddHttp(this IServiceCollection services, IReadOnlyCollection<Type> operations)
    {
        services.ConfigureHttpJsonOptions(json => Json.Apply(json.SerializerOptions));
        services.AddOperations(operations);
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
        services.AddSingleton<Refusals>();
        services.AddAuthorization(authorization => authorization.AddScopes());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ScopeRefusal>();
        services.AddSettings<AddressOptions>(AddressOptions.Section);
        services.AddSingleton<PublicAddress>();
        services.AddSettings<RequestLimitOptions>(RequestLimitOptions.Section);
        services.AddRateLimiter();
        services.AddSingleton<RequestShare>();
        services.AddOptions<RateLimiterOptions>()
            .Configure<IOptions<RequestLimitOptions>, RequestShare>(
                (limiter, limit, share) => RequestLimitOptions.Configure(limiter, limit.Value, share));
        services.AddConnectorOpenApi();
        return services;
    }

    /// <summary>The first part of what every request passes, up to whose key it carries.</summary>
    public static void UseRequests(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            // Set as the response starts, because UseExceptionHandler clears the headers of a response that it replaces.
            http.Response.OnStarting(NameRequest, http);
            return next(http);
        });
        app.Use(app.Services.GetRequiredService<Refusals>().WatchAsync);
        app.Use(DotSegments.Refuse);
        app.Use(HeadRequests.ReadAsGet);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        // Called here and not left to WebApplication, which would run them before the status pages: a 401 would have no body.
        app.UseRouting();
        app.UseAuthentication();
    }

    /// <summary>The second part: what a key may do, and the operations.</summary>
    public static void UseOperations(this WebApplication app)
    {
        app.UseAuthorization();
        app.UseRateLimiter();
        app.Use(HeadRequests.RefuseStreams);
        app.Use(OperationSetup.DropTestHeader);
        app.Use(QueryNames.RefuseUnknown);
        app.Use(OperationSetup.RequireContentType);
        app.MapOperations();
        app.MapOpenApi("/openapi/v1.json");
        app.MapScalar();
    }

    private static Task NameRequest(object http)
    {
        var context = (HttpContext)http;
        context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
        return Task.CompletedTask;
    }
}

using Connector.Http.OpenApi;
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
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemJson.Customize);
        services.AddExceptionHandler<ProblemHandler>();
        services.AddAuthorization(authorization => authorization.AddScopes());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ScopeRefusal>();
        services.AddOptions<RequestLimitOptions>().BindConfiguration(RequestLimitOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter();
        services.AddOptions<RateLimiterOptions>()
            .Configure<IOptions<RequestLimitOptions>>((limiter, limit) => RequestLimitOptions.Configure(limiter, limit.Value));
        services.AddConnectorOpenApi();
        return services;
    }

    /// <summary>The pipeline every request passes, and the operations at its end.</summary>
    public static void UseHttp(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            // As the answer starts: whoever turns an exception into a problem clears the headers first.
            http.Response.OnStarting(() =>
            {
                http.Response.Headers["X-Request-Id"] = http.TraceIdentifier;
                return Task.CompletedTask;
            });
            return next(http);
        });
        app.Use(DotSegments.Refuse);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        // Written out, and after the status pages: left implicit they run before, and a 401 has no body.
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.Use(OperationSetup.DropTestHeader);
        app.Use(OperationSetup.RequireContentType);
        app.MapOperations();
        app.MapOpenApi();
        app.MapScalar();
    }
}

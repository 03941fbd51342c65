using Connector.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Http;

public sealed class DocumentedScopesTests
{
    [Fact]
    public async Task An_operation_needs_the_scope_that_the_table_of_operations_says()
    {
        await using var app = await SidecarApp.StartAsync();
        var served = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
            .ToLookup(
                endpoint =>
                    $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} /{endpoint.RoutePattern.RawText!.Trim('/')}",
                Scopes.Of);

        Assert.All(DocumentedOperations.Read(), said => Assert.Equal(said.Scope, served[$"{said.Method} {said.Path}"].Single()));
    }
}

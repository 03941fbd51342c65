using System.Reflection;
using Connector.Http;
using Connector.Tests.Support;

namespace Connector.Tests.Architecture;

public sealed class EndpointRulesTests
{
    private static readonly Type[] Endpoints =
        [.. typeof(IEndpoint).Assembly.GetTypes().Where(t => t.IsClass && typeof(IEndpoint).IsAssignableFrom(t))];

    public static TheoryData<string> Names() => [.. Endpoints.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_endpoint_stands_in_the_table_of_routes(string name) =>
        Assert.Contains($".Add<{name}>()", File.ReadAllText(Repository.Path("sidecar", "Routes.cs")), StringComparison.Ordinal);

    /// <remarks>An internal request type is silently not validated.</remarks>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_request_and_endpoint_is_public(string name)
    {
        var endpoint = Endpoints.Single(t => t.Name == name);
        var requests = endpoint.GetMethod("Handle", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .GetParameters().Select(p => p.ParameterType).Where(t => t.Name.EndsWith("Request", StringComparison.Ordinal) && t.Namespace!.StartsWith("Connector", StringComparison.Ordinal));

        Assert.True(endpoint.IsPublic);
        Assert.All(requests, request => Assert.True(request.IsPublic, $"{request.Name} is not public."));
    }
}

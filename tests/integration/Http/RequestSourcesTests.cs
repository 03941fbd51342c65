using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Pins;
using Connector.Tests.Support;
using FastEndpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Http;

/// <summary>A value of a request comes from the one place that the description names, and from nowhere else.</summary>
public sealed class RequestSourcesTests(RequestSourcesTests.Served served) : IClassFixture<RequestSourcesTests.Served>
{
    public static TheoryData<string> Names() => [.. Operations.All.Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_value_in_the_query_never_fills_a_field_of_the_body_and_is_refused(string name)
    {
        var operation = served.Find(name);
        if (BodyOf(operation.ReqDtoType) is not { } body) return;

        var parameters = operation.ReqDtoType.GetProperties().Where(property => property.IsDefined(typeof(QueryParamAttribute))).Select(
            NameOf);
        var fields = FieldsOf(body).Select(NameOf).Except(parameters).ToList();

        var answer = await served.SendAsync(operation, "?" + string.Join('&', fields.Select(field => $"{field}=1")), "{}");

        Assert.NotEmpty(fields);
        Assert.StartsWith("400 ", answer, StringComparison.Ordinal);
        Assert.All(fields, field => Assert.Contains($"\"{field}\":[\"This parameter is not known", answer, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_operation_without_a_body_does_not_read_what_is_sent_as_one(string name)
    {
        var operation = served.Find(name);
        if (BodyOf(operation.ReqDtoType) is not null || operation.Verbs is not (["GET"] or ["DELETE"])) return;

        Assert.Equal(await served.SendAsync(operation, "", null), await served.SendAsync(operation, "", "{\"limit\":0,\"id\":1,rubbish"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_an_operation_that_changes_something_takes_a_body(string name)
    {
        var operation = served.Find(name);

        if (operation.Verbs is ["GET"] or ["DELETE"]) Assert.Null(BodyOf(operation.ReqDtoType));
    }

    /// <remarks>FastEndpoints publishes the routes of every operation there.</remarks>
    [Fact]
    public async Task The_list_of_routes_for_test_clients_is_not_served()
    {
        await served.App.ScenarioAsync(call =>
        {
            call.Get.Url("/_test_url_cache_");
            call.RemoveRequestHeader("Authorization");
            call.StatusCodeShouldBe(404);
        });
        await served.App.ScenarioAsync(call =>
        {
            call.Get.Url("/_test_url_cache_");
            call.StatusCodeShouldBe(404);
        });
    }

    [Fact]
    public async Task A_refusal_names_its_request_in_the_header_too()
    {
        using var answer = await served.App.Admin.GetAsync(new Uri("/v1/pins?limit=0", UriKind.Relative));

        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((string?)problem["request_id"], Assert.Single(answer.Headers.GetValues("X-Request-Id")));
    }

    /// <remarks>With this header FastEndpoints reads every property of a request from the body, the id in the address as well.</remarks>
    [Fact]
    public async Task The_header_of_FastEndpoints_test_client_changes_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/pins");
        request.Headers.Add("_RoutelessTest_", "true");
        request.Content = new StringContent("""{"body":{"board":"Home decor"}}""", null, "application/json");

        using var answer = await served.App.Admin.SendAsync(request);

        Assert.Contains("body: This field is not known.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <remarks>A pin of a batch reads the JSON of a pin by itself, so that one wrong pin does not refuse the others.</remarks>
    private static PropertyInfo[] FieldsOf(Type body) => (body == typeof(ParsedPin) ? typeof(CreatePinRequest) : body).GetProperties();

    private static Type? BodyOf(Type request)
    {
        if (request == typeof(EmptyRequest)) return null;

        var properties = request.GetProperties();
        var isOnlyBody = !properties.Any(property => property.GetCustomAttributes().Any(IsSource));
        return isOnlyBody ? request : properties.SingleOrDefault(property => property.IsDefined(typeof(FromBodyAttribute)))?.PropertyType;
    }

    private static bool IsSource(Attribute attribute) =>
        attribute is QueryParamAttribute or RouteParamAttribute or FromHeaderAttribute or FromBodyAttribute;

    private static string NameOf(PropertyInfo property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    public sealed class Served : IAsyncLifetime
    {
        private Dictionary<string, (string Path, EndpointDefinition Operation)> _operations = [];

        internal SidecarApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await SidecarApp.StartAsync(new ManualClock());
            _operations = App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Select(route => (Route: route, Operation: route.Metadata.GetMetadata<EndpointDefinition>()))
                .Where(each => each.Operation is not null)
                .ToDictionary(
                    each => each.Operation!.EndpointType.FullName!, each => (OperationRoutes.PathOf(each.Route), each.Operation!));
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        internal EndpointDefinition Find(string name) => _operations[name].Operation;

        /// <summary>The status, and the problem if it is one, without what differs between any two requests.</summary>
        internal async Task<string> SendAsync(EndpointDefinition operation, string query, string? body)
        {
            var path = _operations[operation.EndpointType.FullName!].Path;
            using var request = new HttpRequestMessage(new HttpMethod(operation.Verbs[0]), path + query);
            if (body is not null) request.Content = new StringContent(body, null, "application/json");
            // An event stream has no end to wait for.
            using var answer = await App.Admin.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (answer.IsSuccessStatusCode) return $"{(int)answer.StatusCode}";

            var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
            problem.Remove("request_id");
            return $"{(int)answer.StatusCode} {problem.ToJsonString()}";
        }
    }
}

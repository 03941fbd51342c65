using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FastEndpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Keys;

/// <summary>What a key may not see does not exist for it, whatever it asks.</summary>
public sealed partial class AccessTableTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    public static TheoryData<string> Rows() => [.. AccessTable.All.Select(Name)];

    [Fact]
    public void Every_operation_has_its_row() => Assert.Empty(Operations.All.Except(AccessTable.All.Select(row => row.Operation)));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_key_is_answered_as_the_table_says(string name)
    {
        var row = AccessTable.All.Single(each => Name(each) == name);
        Assert.Matches(RouteOf(row), row.Path.Split('?')[0]);

        foreach (var (caller, expected) in new[]
        {
            ("nobody", row.IsPublic ? row.Owner : AccessRow.NoKey), ("revoked", row.IsPublic ? row.Owner : AccessRow.NoKey),
            ("stranger", row.Stranger), ("reader", row.Reader), ("publisher", row.Publisher), ("admin", row.Admin),
        })
        {
            var (status, text) = await AskAsync(row, caller);
            Assert.True(status == expected, $"{caller}: {status} instead of {expected}: {text}");
            AssertTellsNothing(row, caller, text);
        }

        var (owners, told) = await AskAsync(row, "owner");
        Assert.True(owners == row.Owner, $"owner: {owners} instead of {row.Owner}: {told}");
        if (row.Tells is not null) Assert.Contains(world.Fill(row.Tells), told, StringComparison.Ordinal);
    }

    private static string Name(AccessRow row) => $"{row}{(row.Body is null ? "" : $" {row.Body}")}";

    private void AssertTellsNothing(AccessRow row, string caller, string text)
    {
        var hidden = world.HiddenIn(text, world.Fill($"{row.Request} {row.Body}")).ToList();
        Assert.True(hidden.Count == 0, $"{caller} is told of {string.Join(", ", hidden)}: {text}");
        if (row.Tells is not null) Assert.DoesNotContain(world.Fill(row.Tells), text, StringComparison.Ordinal);
    }

    /// <summary>The address of the row's operation, so that a row cannot be about another.</summary>
    private string RouteOf(AccessRow row)
    {
        var routes = world.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        var route = Assert.Single(routes, each => each.Metadata.GetMetadata<EndpointDefinition>()?.EndpointType == row.Operation);
        Assert.Contains(row.Method, route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods);
        return $"^/?{Parameter().Replace(route.RoutePattern.RawText!.Trim('/'), "[^/]+")}/?$";
    }

    private async Task<(int Status, string Text)> AskAsync(AccessRow row, string caller)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), world.Fill(row.Path, caller));
        if (row.Body is not null) request.Content = new StringContent(world.Fill(row.Body), Encoding.UTF8, "application/json");
        if (row.SendsFile) request.Content = new ByteArrayContent(AccessWorld.File) { Headers = { ContentType = new("image/jpeg") } };

        using var answer = await world.As(caller).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var status = (int)answer.StatusCode;
        if (row.IsStream && status == 200) return (status, await FollowAsync(answer, world.AccountOf(caller)));

        var text = await answer.Content.ReadAsStringAsync();
        if (status >= 400) Assert.False(string.IsNullOrEmpty((string?)JsonNode.Parse(text)!["code"]), text);
        return (status, text);
    }

    private static async Task<string> FollowAsync(HttpResponseMessage answer, string until)
    {
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var text = new StringBuilder();
        while (!text.ToString().Contains(until, StringComparison.Ordinal))
            text.AppendLine(await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)));
        return text.ToString();
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}

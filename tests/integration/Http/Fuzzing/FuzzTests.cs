using System.Text.Json.Nodes;
using Connector.Tests.Support;
using Connector.Tests.Support.OpenApi;

namespace Connector.Tests.Http.Fuzzing;

/// <summary>
/// Whatever is wrong with a request, the answer is a problem that says where, in time, and nothing has changed. The requests are derived
/// from the served description: every field and every parameter of every operation, with every kind of mistake.
/// </summary>
public sealed class FuzzTests(FuzzWorld world, ITestOutputHelper output) : IClassFixture<FuzzWorld>
{
    public static TheoryData<string> Ids =>
        [.. FuzzedOperation.AllOf(JsonNode.Parse(File.ReadAllText(Repository.Path("sidecar", "openapi.json")))!).Select(each => each.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task One_mistake_is_refused_where_it_is_made_and_changes_nothing(string id)
    {
        var operation = world.Operations.Single(each => each.Id == id);
        var run = new FuzzRun(world, operation);

        await run.BeginAsync();
        foreach (var attack in Attacks.On(operation, run.Valid, new SchemaCheck(world.Description))) await run.TryAsync(attack);

        output.WriteLine($"{id}: {run.Tried} requests; the slowest so far: {world.Slowest}.");
        Assert.True(run.Findings.Count == 0, $"{run.Findings.Count} of {run.Tried}:\n{string.Join('\n', run.Findings.Take(40))}");
    }
}

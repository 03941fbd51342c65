using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support.OpenApi;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Tests.Http.Fuzzing;

/// <summary>Requests with several mistakes and with texts nobody thought of; which of them is named does not matter.</summary>
/// <remarks>
/// More of them: FUZZ_RUNS=20000 dotnet test tests/integration --filter SeveralMistakesTests.
/// A failure prints its seed; run just that again with FUZZ_SEED=seed,gamma,size.
/// </remarks>
public sealed class SeveralMistakesTests(FuzzWorld world) : IClassFixture<FuzzWorld>
{
    private readonly Dictionary<string, FuzzRun> _runs = [];

    [Fact]
    public void Whatever_is_sent_the_answer_is_ours_and_a_refusal_changes_nothing()
    {
        var runs = Environment.GetEnvironmentVariable("FUZZ_RUNS");
        // Every run of ./test.sh sends the same requests: what it finds is there again the next time.
        var config = Config.QuickThrowOnFailure.WithMaxTest(int.Parse(runs ?? "200")).WithEndSize(60);
        if (runs is null) config = config.WithReplay(14, 2_718_281);
        if (Environment.GetEnvironmentVariable("FUZZ_SEED")?.Split(',') is [var seed, var gamma, var size])
            config = config.WithReplay(ulong.Parse(seed), ulong.Parse(gamma), int.Parse(size)).WithMaxTest(1);

        Prop.ForAll(Some(), mistakes =>
        {
            SendAsync(mistakes).GetAwaiter().GetResult();
            return true;
        }).Check(config);
    }

    private async Task SendAsync(Mistakes mistakes)
    {
        var operation = world.Operations[mistakes.Operation % world.Operations.Count];
        if (!_runs.TryGetValue(operation.Id, out var run)) _runs[operation.Id] = run = new FuzzRun(world, operation);

        await run.RenewAsync();
        var body = run.Valid.Body is { } valid ? Spoil(operation, valid, mistakes) : null;
        // A number would be waited for.
        var queries = operation.Parameters.Where(each => each is { Place: "query", Name: not "wait" }).ToList();
        await run.TryAsync(new Attack($"{operation.Id} {mistakes}", null, false, request =>
        {
            var message = request.ToMessage(body);
            if (queries.Count == 0) return message;
            var query = queries[mistakes.Places[0] % queries.Count].Name;
            return (body is null ? request : request with { Body = JsonNode.Parse(body) })
                .WithParameter(query, "query", Uri.EscapeDataString(WithoutHalves(mistakes.Text)));
        }));
        Assert.True(run.Findings.Count == 0, string.Join('\n', run.Findings));
    }

    private string Spoil(FuzzedOperation operation, JsonNode valid, Mistakes mistakes)
    {
        var schemas = new SchemaCheck(world.Description);
        var body = valid.DeepClone();
        foreach (var place in mistakes.Places)
        {
            var fields = BodyField.Of(schemas, operation.BodySchema!, body).ToList();
            var field = fields[place % fields.Count];
            var values = Mutation.OfJson(schemas, field.Schema, null).Where(value => IsJson(value.Raw)).Select(value => value.Raw).ToList();
            var text = JsonSerializer.Serialize(mistakes.Text);
            body = JsonNode.Parse(field.With(body, place % 3 == 0 ? text : values[place / 7 % values.Count]))!;
        }

        return body.ToJsonString();
    }

    private static bool IsJson(string raw)
    {
        try
        {
            // Also what only a body can hold: a half character is not text here.
            return JsonNode.Parse(raw)?.ToJsonString() is null or { Length: < 1000 };
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string WithoutHalves(string text) => string.Concat(text.Where(letter => !char.IsSurrogate(letter)));

    private static Arbitrary<Mistakes> Some() => (
        from operation in Gen.Choose(0, 9999)
        from places in Gen.Choose(0, 99_999).NonEmptyListOf()
        from text in ArbMap.Default.GeneratorFor<string>()
        select new Mistakes(operation, [.. places.Take(4)], text ?? "")).ToArbitrary();
}

/// <summary>Where mistakes are made, and a text that stands there.</summary>
public sealed record Mistakes(int Operation, int[] Places, string Text)
{
    public override string ToString() => $"{Operation} at {string.Join(' ', Places)} with {JsonSerializer.Serialize(Text)}";
}

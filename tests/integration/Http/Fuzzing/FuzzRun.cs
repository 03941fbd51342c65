using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Connector.Tests.Http.Fuzzing;

/// <summary>Tries mistakes with one operation, and writes down what was answered wrongly.</summary>
public sealed class FuzzRun(FuzzWorld world, FuzzedOperation operation)
{
    // An answer takes a few milliseconds; a machine that is busy with other tests may need a second for one.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly ValidRequests _requests = new(world);
    private readonly List<string> _findings = [];
    private string _state = "";

    public ValidRequest Valid { get; private set; } = null!;

    public IReadOnlyList<string> Findings => _findings;

    public int Tried { get; private set; }

    /// <summary>Sends a request without a mistake: what is derived from it would prove nothing if it were refused.</summary>
    public async Task BeginAsync()
    {
        Valid = await _requests.ForAsync(operation);
        var (status, _, text) = await world.SendAsync(Valid.ToMessage());
        Assert.True(status is >= 200 and < 300 || status == Valid.OtherState, $"The valid request is refused: {status} {text}");
        await RenewAsync();
    }

    public async Task TryAsync(Attack attack)
    {
        Tried++;
        var watch = Stopwatch.StartNew();
        var (status, type, text) = await world.SendAsync(attack.Make(Valid));
        var time = watch.Elapsed;
        var (refused, problem) = Problem(status, type, text);
        if (Wrong(attack, status, refused, problem) is { } wrong) Note(attack, wrong, status, text);
        if (time > Longest) Note(attack, $"took {time.TotalSeconds:0} s", status, text);
        if (status >= 400)
        {
            if (world.State() == _state) return;
            Note(attack, "was refused and changed what is stored", status, text);
        }

        if (operation.Method != "GET") await RenewAsync();
    }

    /// <summary>Makes things anew for the next request, because the last one may have used them up.</summary>
    public async Task RenewAsync()
    {
        Valid = await _requests.ForAsync(operation);
        _state = world.State();
    }

    private static string? Wrong(Attack attack, int status, bool isRefused, JsonNode? problem)
    {
        if (status >= 500) return "is not the caller's mistake, it says";
        if (!isRefused) return attack.IsWrong ? "was not refused" : null;
        if (problem?["code"] is null || problem["remediation"] is null) return "is no complete problem";
        var text = problem.ToJsonString();
        if (attack.IsWrong && FieldOf(attack, status) is { } field && !Names(problem, field)) return "does not name the field";
        return text.Contains("System.", StringComparison.Ordinal) || text.Contains("string or array type", StringComparison.Ordinal)
            || text.Contains("JSON value", StringComparison.Ordinal) || text.Contains("Int32", StringComparison.Ordinal)
            ? "says .NET's words" : null;
    }

    /// <remarks>The problem of a batch's item is about the item and not about the list.</remarks>
    private static string? FieldOf(Attack attack, int status) => status == 200 && attack.Field == "pins" ? null : attack.Field;

    /// <remarks>A batch answers 200 with a problem in its item, and a validation 200 with a check that failed.</remarks>
    private static (bool IsRefused, JsonNode? Problem) Problem(int status, string? type, string text)
    {
        if (status >= 400) return (true, type == "application/problem+json" ? JsonNode.Parse(text) : null);
        if (type != "application/json" || JsonNode.Parse(text) is not JsonObject answer) return (false, null);
        if (answer["items"] is JsonArray { Count: > 0 } items && (string?)items[0]!["status"] == "failed")
            return (true, items[0]!["problem"]);
        return (bool?)answer["valid"] == false
            ? (true, answer["checks"]!.AsArray().First(check => (string?)check!["status"] == "failed"))
            : (false, null);
    }

    private static bool Names(JsonNode problem, string field) =>
        problem["errors"]?.AsObject().Any(error => error.Key.Contains(field, StringComparison.Ordinal)) == true
        || ((string?)(problem["detail"] ?? problem["message"]))?.Contains(field, StringComparison.Ordinal) == true;

    private void Note(Attack attack, string what, int status, string text) =>
        _findings.Add($"{attack.Name} {what}: {status} {(text.Length > 300 ? text[..300] : text)}");
}

using System.Globalization;
using Connector.Tests.Support;

namespace Connector.Tests;

/// <summary>The last lines of test.sh, by which people and CI judge a run.</summary>
public sealed class ClosingTests : IDisposable
{
    private readonly string _results = Directory.CreateTempSubdirectory("connector-closing-").FullName;

    [Fact]
    public async Task The_last_line_sums_up_all_suites()
    {
        Dotnet("unit", 0, Result("A", "Passed"), Result("B", "Passed"));
        Step("node", "n8n package", 0, "✔ C (1ms)\nℹ tests 3\nℹ pass 3\nℹ fail 0\nℹ cancelled 0\nℹ skipped 0\nℹ todo 0\n");
        Step("program", "25 kills", 0, "Nothing was lost.\n");
        Step("check", "formatting", 0, "");

        var ran = await CloseAsync(ci: true);

        Assert.EndsWith("\n6 passed, 0 failed, 0 skipped\n", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("== skipped", ran.Output, StringComparison.Ordinal);
        Assert.Equal(0, ran.ExitCode);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task What_was_skipped_is_said_with_its_reason_and_is_a_failure_in_CI_alone(bool ci, int exitCode)
    {
        Dotnet("unit", 0, Result("A", "Passed"), Result("B", "NotExecuted", "strace is &quot;not&quot; here"));
        Step("node", "n8n package", 0,
            "✔ C (1ms)\n﹣ D (0.1ms) # not today\nℹ pass 1\nℹ fail 0\nℹ cancelled 0\nℹ skipped 1\nℹ todo 0\n");
        Step("node", "real n8n", 77, "Installing\nn8n end-to-end tests skipped: the cache cannot be written\n");

        var ran = await CloseAsync(ci);

        Assert.Contains("\nunit: B: strace is \"not\" here\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\nn8n package: D: not today\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\nreal n8n: n8n end-to-end tests skipped: the cache cannot be written\n", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n2 passed, 0 failed, 3 skipped\n", ran.Output, StringComparison.Ordinal);
        Assert.Equal(exitCode, ran.ExitCode);
    }

    [Fact]
    public async Task What_failed_is_counted_and_named()
    {
        Dotnet("unit", 1, Result("A", "Passed"), Result("B", "Failed", "2 is\nnot 3"), Result("C", "Failed"));
        Step("check", "formatting", 2, "Whitespace");
        Step("node", "real n8n", 1, "✖ D (1ms)\nℹ pass 4\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\nℹ todo 0\n");

        var ran = await CloseAsync(ci: false);

        Assert.Contains("== failed\nunit: B: 2 is\nunit: C: \nformatting\nreal n8n: D\n", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n5 passed, 5 failed, 0 skipped\n", ran.Output, StringComparison.Ordinal);
        Assert.Equal(1, ran.ExitCode);
    }

    [Theory]
    [InlineData("dotnet")]
    [InlineData("node")]
    public async Task A_suite_that_ran_no_test_has_failed(string kind)
    {
        Step(kind, "suite", 0, "No test is available.\n");

        var ran = await CloseAsync(ci: false);

        Assert.EndsWith("\n0 passed, 1 failed, 0 skipped\n", ran.Output, StringComparison.Ordinal);
        Assert.Equal(1, ran.ExitCode);
    }

    public void Dispose() => Directory.Delete(_results, recursive: true);

    private static string Result(string name, string outcome, string reason = "") =>
        $"<UnitTestResult testName=\"{name}\" outcome=\"{outcome}\"><Message>{reason}</Message></UnitTestResult>";

    private void Dotnet(string name, int exitCode, params string[] results)
    {
        File.WriteAllText(Path.Combine(_results, $"{name}.trx"), $"<Results>{string.Concat(results)}</Results>");
        Step("dotnet", name, exitCode, "");
    }

    private void Step(string kind, string name, int exitCode, string printed)
    {
        File.AppendAllText(
            Path.Combine(_results, "steps"), string.Create(CultureInfo.InvariantCulture, $"{kind}\t{name}\t12\t{exitCode}\n"));
        File.WriteAllText(Path.Combine(_results, $"{name}.log"), printed);
    }

    private Task<Ran> CloseAsync(bool ci) => Tool.RunAsync(
        "node",
        [Repository.Path("tests", "closing.mjs"), _results],
        new Dictionary<string, string> { ["CI"] = ci ? "true" : "" });
}

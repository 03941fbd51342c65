using System.Diagnostics;

namespace Connector.Tests.Demo;

/// <summary>The command a stranger types first, run as a stranger runs it: the built program, its output in a pipe.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connector-demo-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact(Timeout = 120_000)]
    public async Task The_demo_publishes_its_twelve_products()
    {
        var (exitCode, output) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("12 of 12 rows were published.", output, StringComparison.Ordinal);
        Assert.Equal((10, 1, 1), (Count(output, "  image "), Count(output, "  video "), Count(output, "  carousel ")));
        Assert.DoesNotContain("not reported yet", output, StringComparison.Ordinal);
        Assert.Contains("simulated, Pinterest id", output, StringComparison.Ordinal);
        Assert.Contains("plays a limit of 30 creates a minute", output, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project sidecar", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_row_that_cannot_be_published_says_why_and_the_others_go_on()
    {
        File.Copy(
            Path.Combine(AppContext.BaseDirectory, "examples", "images", "stoneware-mug.png"), Path.Combine(_folder.FullName, "mug.png"));
        var catalog = Catalog(
            "board,title,description,link,image",
            "Kitchen,A mug,,https://example.com/mug,mug.png",
            "Kitchen,A lamp,,,lamp.png",
            ",A rug,,,mug.png",
            $"Kitchen,{new string('x', 101)},,,mug.png",
            "Kitchen,\"A bowl, blue\",,,mug.png");

        var (exitCode, output) = await RunAsync("--catalog", catalog);

        Assert.Equal(0, exitCode);
        Assert.Contains("The file lamp.png is not there", output, StringComparison.Ordinal);
        Assert.Contains("The row names no board", output, StringComparison.Ordinal);
        Assert.Contains("title:", output, StringComparison.Ordinal);
        Assert.Contains("2 of 5 rows were published.", output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_catalogue_that_is_not_there_is_one_clear_sentence()
    {
        var missing = Path.Combine(_folder.FullName, "products.csv");

        var (exitCode, output) = await RunAsync("--catalog", missing);

        Assert.Equal(1, exitCode);
        Assert.Equal($"The catalogue {missing} does not exist.", output.Trim());
    }

    private static int Count(string output, string kind) => output.Split('\n').Count(
        line => line.Contains(kind, StringComparison.Ordinal) && line.Contains("Pinterest id", StringComparison.Ordinal));

    private string Catalog(params string[] lines)
    {
        var file = Path.Combine(_folder.FullName, "products.csv");
        File.WriteAllLines(file, lines);
        return file;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "connector.dll"), "demo", .. options])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = _folder.FullName,
        };
        using var program = Process.Start(start)!;
        try
        {
            var output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (program.ExitCode, output);
        }
        finally
        {
            if (!program.HasExited) program.Kill(entireProcessTree: true);
        }
    }
}

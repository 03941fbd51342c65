using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Connector.Tests.Support;

/// <summary>A program that a reader of the documentation runs: bash, node, npm, python3.</summary>
public static class Tool
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);

    /// <summary>Runs it to its end, with a text as its standard input.</summary>
    public static async Task<Ran> RunAsync(
        string name, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string input = "",
        string? folder = null)
    {
        using var process = Start(name, arguments, environment, folder);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await WriteAsync(process, input);
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{name} did not end within {Timeout.TotalSeconds} seconds: {await output}{await error}");
        }

        return new Ran(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it; the caller has to stop it.</summary>
    public static Process Start(
        string name, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        foreach (var (variable, value) in environment ?? new Dictionary<string, string>()) start.Environment[variable] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"{name} is not installed here, and this test runs it. The tests need Node.js 20 or later "
                + "(which brings npm), bash, curl, openssl and python3.");
        }
    }

    private static async Task WriteAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading, and says why.
        }
    }
}

/// <summary>How a program ended, and what it said.</summary>
public sealed record Ran(int ExitCode, string Output, string Error);

using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Connector.Http;

namespace Connector.Assets.Conversion;

/// <summary>Runs one conversion in a process of its own: this same program, started again.</summary>
internal sealed class ConversionProcess(TimeProvider clock)
{
    private const int MostAnswer = 4096;

    // 128 MB, in hexadecimal: pixels lie outside of it, only what is written goes through it.
    private const string HeapBytes = "8000000";

    // The rest of the environment has secrets, which a picture's process has no use for.
    private static readonly string[] Inherited =
        ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "USERPROFILE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"];

    public async Task<ConversionResult> RunAsync(ConversionOrder order, CancellationToken cancellation)
    {
        using var process = Start(order);
        if (process is null) return ConversionResult.Failed(ConversionFailure.NoLibrary);
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(order.Seconds), clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            var answer = AnswerAsync(process, end.Token);
            await Task.WhenAll(answer, process.StandardError.BaseStream.CopyToAsync(Stream.Null, end.Token));
            await process.WaitForExitAsync(end.Token);
            return process.ExitCode == 0 ? Read(await answer) : ConversionResult.Failed(ConversionFailure.Crashed);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ConversionResult.Failed(ConversionFailure.Late);
        }
        finally
        {
            await EndAsync(process);
        }
    }

    // Until it has ended it may still write its file, which the caller deletes.
    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>The program that is started for a picture.</summary>
    public string Program { get; init; } = Self();

    private Process? Start(ConversionOrder order)
    {
        var start = new ProcessStartInfo(Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        if (IsHost(start.FileName)) start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "connector.dll"));
        start.ArgumentList.Add(ConvertCommand.Name);
        start.ArgumentList.Add(JsonSerializer.Serialize(order, Json.Options));

        foreach (var name in start.Environment.Keys.Where(name => !IsInherited(name)).ToList()) start.Environment.Remove(name);
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapBytes;
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            // Packed in a way that leaves no program to start.
            return null;
        }
    }

    // dotnet runs connector.dll, or the program runs by itself; in tests another program has it beside itself.
    private static string Self() => Environment.ProcessPath is { } path && IsHost(path)
        ? path
        : Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "connector.exe" : "connector");

    private static bool IsHost(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";

    private static bool IsInherited(string name) =>
        name.StartsWith("DOTNET_", StringComparison.Ordinal) || Inherited.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static async Task<string> AnswerAsync(Process process, CancellationToken cancellation)
    {
        process.StandardInput.Close();
        var text = new char[MostAnswer];
        return new string(text, 0, await process.StandardOutput.ReadBlockAsync(text, cancellation));
    }

    private static ConversionResult Read(string answer)
    {
        try
        {
            return JsonSerializer.Deserialize<ConversionResult>(answer, Json.Options)!;
        }
        catch (JsonException)
        {
            return ConversionResult.Failed(ConversionFailure.Crashed);
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Connector.Crash.Running;

/// <summary>A sidecar as a process that can be killed at any moment.</summary>
internal sealed class Sidecar : IAsyncDisposable
{
    public const string Key = "bootstrap-key-for-crashes-0123456789abcdef";

    private const int LinesKept = 40;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60), PollInterval = TimeSpan.FromMilliseconds(5);

    private readonly Launch _launch;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly long _begun = Stopwatch.GetTimestamp();

    private Sidecar(Launch launch)
    {
        _launch = launch;
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(launch.Program, launch.Arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = launch.Data,
            },
        };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int ProcessId => _process.Id;

    public bool HasEnded => _process.HasExited;

    public string Output => string.Join('\n', _output);

    /// <summary>Starts the process and does not wait for it.</summary>
    public static Sidecar Start(Launch launch)
    {
        var sidecar = new Sidecar(launch);
        if (launch.StandardInput is { } line) sidecar._process.StandardInput.WriteLine(line);
        return sidecar;
    }

    /// <summary>Starts the process and waits until it can accept pins.</summary>
    public static async Task<Sidecar> ReadyAsync(Launch launch)
    {
        var sidecar = Start(launch);
        return await sidecar.BecomesReadyAsync() is not null
            ? sidecar
            : throw new InvalidOperationException($"The sidecar did not become ready:\n{sidecar.Output}");
    }

    /// <summary>How long it took from its start until it can accept pins; null when it ended, or never could.</summary>
    public async Task<TimeSpan?> BecomesReadyAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        while (Stopwatch.GetElapsedTime(_begun) < Timeout && !_process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(_launch.Address, "/readyz"));
                if (answer.StatusCode == HttpStatusCode.OK) return Stopwatch.GetElapsedTime(_begun);
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                // Nobody listens yet.
            }

            await Task.Delay(PollInterval);
        }

        return null;
    }

    /// <summary>SIGKILL: nothing of it runs any more when this returns.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>
    /// SIGTERM, and waits for its orderly end; the signal goes to the sidecar itself, which may run under another program.
    /// </summary>
    public async Task StopAsync()
    {
        var id = int.Parse(await File.ReadAllTextAsync(Path.Combine(_launch.Data, "connector.pid")), CultureInfo.InvariantCulture);
        using (var term = Process.Start("kill", ["-TERM", $"{id}"])) await term.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(Timeout);
    }

    public Task WriteLineAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (_output.Count > LinesKept) _output.TryDequeue(out _);
        if (_launch.Log is not { } log) return;
        lock (_output) File.AppendAllText(log, $"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {line}\n");
    }
}

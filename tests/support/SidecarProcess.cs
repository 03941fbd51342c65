using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Connector.Tests.Support;

/// <summary>The built program as a process of its own, for what only a process can show: signals, exit codes, what it prints.</summary>
public sealed partial class SidecarProcess : IAsyncDisposable
{
    public const string Key = SidecarApp.BootstrapKey;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SidecarProcess(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "connector.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Client { get; } = new();

    public int Id => _process.Id;

    public string Output => string.Join('\n', _output);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string dataDirectory, params string[] arguments)
    {
        var environment = TestDatabase.Settings(dataDirectory).Select(setting => setting.Split('=', 2))
            .ToDictionary(setting => setting[0].Replace(":", "__", StringComparison.Ordinal), setting => setting[1]);
        await using var process = new SidecarProcess(
            arguments, new Dictionary<string, string>(environment) { ["Connector__DataDirectory"] = dataDirectory });
        return (await process.ExitedAsync(), process.Output);
    }

    /// <summary>Runs a command that only talks to a sidecar, to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        await using var process = new SidecarProcess(arguments, environment);
        return (await process.ExitedAsync(), process.Output);
    }

    /// <param name="dataDirectory">Its data.</param>
    /// <param name="key">The admin key it is given; with null it makes one.</param>
    /// <param name="settings">Settings as <c>Connector:Section:Name=value</c>.</param>
    public static async Task<SidecarProcess> StartAsync(string dataDirectory, string? key = Key, params string[] settings)
    {
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0",
            $"--Connector:DataDirectory={dataDirectory}",
            "--Connector:RequestLimit:Burst=1000000",
            .. TestDatabase.Settings(dataDirectory).Concat(settings).Select(setting => "--" + setting),
        ];
        var started = new SidecarProcess(
            key is null ? arguments : [.. arguments, $"--Connector:BootstrapApiKey={key}"], new Dictionary<string, string>());
        if (await Task.WhenAny(started._address.Task, started._process.WaitForExitAsync()).WaitAsync(Timeout) != started._address.Task)
            throw new InvalidOperationException("The sidecar did not start:\n" + started.Output);

        started.Client.BaseAddress = await started._address.Task;
        started.Client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return started;
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, $"{Id}"]);
        kill.WaitForExit();
    }

    public async Task<int> ExitedAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Timeout);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (ListensOn().Match(line) is { Success: true } match) _address.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"listens on (http://\S+)")]
    private static partial Regex ListensOn();
}

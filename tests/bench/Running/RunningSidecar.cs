using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Bench.Running;

/// <summary>A sidecar in a process of its own, or what it is compared with.</summary>
internal sealed class RunningSidecar : IAsyncDisposable
{
    public const string Key = "bootstrap-key-for-the-benchmark-0123456789";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(2);

    private readonly Process _process;
    private readonly HttpClient _http;

    private RunningSidecar(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the first 200.</summary>
    public TimeSpan StartTook { get; private init; }

    /// <summary>The published sidecar, without its request limit, which would be measured instead.</summary>
    public static Task<RunningSidecar> StartAsync(string program, string data, params string[] settings) =>
        LaunchAsync(program, [], data, settings);

    /// <summary>A variant of the sidecar, which only the benchmark has.</summary>
    public static Task<RunningSidecar> StartVariantAsync(string variant, string data, params string[] settings) =>
        LaunchAsync(Environment.ProcessPath!, ["host", variant], data, settings);

    /// <summary>Another program that takes pins at the same address.</summary>
    public static Task<RunningSidecar> StartOtherAsync(string program, string[] arguments, string data) =>
        LaunchAsync(program, arguments, data, []);

    public async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        return await SendAsync(request);
    }

    /// <summary>How long it takes until the whole answer is here, in milliseconds, and the answer.</summary>
    public async Task<(double Took, string Answer)> TimeAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var begun = Stopwatch.GetTimestamp();
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        return answer.IsSuccessStatusCode
            ? (took, text)
            : throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {text}");
    }

    /// <summary>How long it takes to get that, in milliseconds.</summary>
    public async Task<double> GetAsync(string path) => (await TimeAsync(HttpMethod.Get, path)).Took;

    /// <summary>Posts a body that is no JSON.</summary>
    public async Task<JsonNode> SendAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        return await SendAsync(request);
    }

    private async Task<JsonNode> SendAsync(HttpRequestMessage request)
    {
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"{request.Method} {request.RequestUri}: {(int)answer.StatusCode} {text}");
    }

    /// <summary>What the process has used so far; on a machine shared with others it says more than time does.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>How many sockets it has open.</summary>
    public int Sockets => Directory.EnumerateFiles($"/proc/{_process.Id}/fd").Count(
        file => File.ResolveLinkTarget(file, false)?.Name.StartsWith("socket:", StringComparison.Ordinal) == true);

    public Memory Memory() => Running.Memory.Of(_process.Id);

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        Processes.Kill(_process);
        return ValueTask.CompletedTask;
    }

    private static async Task<RunningSidecar> LaunchAsync(string program, string[] arguments, string data, string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var start = new ProcessStartInfo(program,
        [
            .. arguments,
            $"--urls={address}",
            "--Logging:LogLevel:Default=Warning",
            $"--Connector:DataDirectory={data}",
            $"--Connector:BootstrapApiKey={Key}",
            "--Connector:RequestLimit:PerSecond=1000000",
            "--Connector:RequestLimit:Burst=100000000",
            .. settings.Select(s => "--" + s),
        ])
        { RedirectStandardOutput = true, WorkingDirectory = data };
        var begun = Stopwatch.GetTimestamp();
        var process = Processes.Start(start);
        process.OutputDataReceived += (_, line) =>
        {
            string[] levels = ["warn:", "fail:"];
            if (line.Data is { } text && levels.Any(level => text.Contains(level, StringComparison.Ordinal)))
                System.Console.Error.WriteLine(text);
        };
        process.BeginOutputReadLine();
        await AnsweredAsync(process, address, begun);
        return new RunningSidecar(process, address) { StartTook = Stopwatch.GetElapsedTime(begun) };
    }

    private static async Task AnsweredAsync(Process process, Uri address, long begun)
    {
        using var http = new HttpClient();
        while (Stopwatch.GetElapsedTime(begun) < Timeout && !process.HasExited)
        {
            try
            {
                if ((await http.GetAsync(new Uri(address, "/readyz"))).StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(PollInterval);
            }
        }

        throw new InvalidOperationException($"{process.StartInfo.FileName} did not become ready within {Timeout.TotalSeconds} seconds.");
    }
}

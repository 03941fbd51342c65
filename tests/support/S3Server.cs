using System.Diagnostics;
using System.Globalization;

namespace Connector.Tests.Support;

/// <summary>A server that speaks S3 and verifies signatures, of this test run: tests/s3. It ends with it.</summary>
internal sealed class S3Server
{
    public const string Bucket = "files", Key = "S3RVER";

    private static readonly Lazy<(S3Server? Server, string? Problem)> Shared = new(Start);

    private readonly Process _process;
    private readonly int _port;

    private S3Server(string home)
    {
        var data = Directory.CreateTempSubdirectory("connector-s3-").FullName;
        _process = Process.Start(new ProcessStartInfo("node", [Repository.Path("tests", "s3", "server.mjs"), home, data])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _port = int.Parse(_process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            _process.Kill();
            Directory.Delete(data, recursive: true);
        };
    }

    /// <summary>Why there is none; null when there is one.</summary>
    public static string? Unavailable => Shared.Value.Problem;

    /// <summary>The one of this run, started when it is first asked for.</summary>
    public static S3Server Instance => Shared.Value.Server ?? throw new InvalidOperationException(Unavailable);

    /// <summary>The settings of a sidecar whose files are there, under a name of its own.</summary>
    public IReadOnlyList<string> Settings(string prefix) =>
    [
        "Connector:Assets:Store=s3",
        $"Connector:Assets:S3:Endpoint=http://127.0.0.1:{_port}",
        $"Connector:Assets:S3:Bucket={Bucket}",
        $"Connector:Assets:S3:AccessKey={Key}",
        $"Connector:Assets:S3:SecretKey={Key}",
        $"Connector:Assets:S3:Prefix={prefix}/",
    ];

    /// <summary>From now on it answers everything with 503, or not any more.</summary>
    public async Task OrderAsync(bool isDown)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri($"http://127.0.0.1:{_port}/-/{(isDown ? "down" : "up")}"), null);
        answer.EnsureSuccessStatusCode();
    }

    private static (S3Server?, string?) Start()
    {
        using var install = Process.Start(new ProcessStartInfo(Repository.Path("tests", "s3", "install"))
        {
            RedirectStandardOutput = true,
        })!;
        var said = install.StandardOutput.ReadToEnd().Trim();
        install.WaitForExit();
        return install.ExitCode == 0 ? (new S3Server(said), null) : (null, said);
    }
}

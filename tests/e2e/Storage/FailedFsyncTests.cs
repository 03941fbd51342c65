using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Storage;

public sealed class FailedFsyncTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("connector-test-").FullName;
    private readonly string _trace = Path.GetTempFileName();

    [Fact]
    public async Task A_disk_that_fails_to_confirm_a_write_stops_the_sidecar_and_the_next_start_has_all_that_was_answered()
    {
        await using var first = await SidecarProcess.StartAsync(_data);
        var accepted = new List<string>();
        for (var i = 0; i < 20; i++) accepted.Add((await PublishAsync(first))!);
        using var strace = await FailFsyncAsync(first.Id);
        Assert.SkipWhen(strace is null, "strace is not installed or may not trace here, so fsync cannot be made to fail.");

        for (var i = 0; i < 50 && await PublishAsync(first) is { } id; i++) accepted.Add(id);

        Assert.Equal(74, await first.ExitedAsync());
        Assert.Contains("INJECTED", await File.ReadAllTextAsync(_trace), StringComparison.Ordinal);

        await using var second = await SidecarProcess.StartAsync(_data);
        foreach (var id in accepted)
        {
            var pin = (await second.Client.GetFromJsonAsync<JsonNode>($"/v1/pins/{id}"))!;
            Assert.Equal(id, (string?)pin["id"]);
        }

        Assert.NotNull(await PublishAsync(second));
    }

    public void Dispose()
    {
        Directory.Delete(_data, recursive: true);
        File.Delete(_trace);
    }

    /// <summary>The id of an accepted pin; null when it was refused or the sidecar is gone.</summary>
    private static async Task<string?> PublishAsync(SidecarProcess sidecar)
    {
        try
        {
            using var answer = await sidecar.Client.PostAsJsonAsync("/v1/pins", SidecarApp.Pin());
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            if (answer.StatusCode == HttpStatusCode.Accepted) return (string?)body["id"];

            Assert.Equal("storage_unavailable", (string?)body["code"]);
            Assert.Contains("It is not certain whether this was accepted", (string?)body["remediation"], StringComparison.Ordinal);
            return null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<Process?> FailFsyncAsync(int processId)
    {
        try
        {
            var strace = Process.Start(new ProcessStartInfo(
                "strace", ["-f", "-p", $"{processId}", "-e", "trace=fsync", "-e", "inject=fsync:error=EIO", "-o", _trace])
            {
                RedirectStandardError = true,
            })!;
            var first = await strace.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10));
            _ = strace.StandardError.ReadToEndAsync();
            return first?.Contains("attached", StringComparison.Ordinal) == true ? strace : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

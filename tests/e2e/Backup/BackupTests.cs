using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Backup;

/// <summary>Backup and restore as a person does it: commands, processes, and a Pinterest that runs meanwhile.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-test-").FullName;

    [Fact]
    public async Task What_the_old_sidecar_sent_after_the_backup_the_restored_one_does_not_send_again()
    {
        await using var pinterest = await SidecarProcess.StartAsync(Data("pinterest"), settings: $"Connector:Simulator:Port={Port}");
        using var control = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        string sent, later;
        await using (var old = await StartAsync("old"))
        {
            var account = (string)(await old.Client.GetFromJsonAsync<JsonNode>("/v1/accounts"))!["items"]![0]!["id"]!;
            await PostAsync(old, $"/v1/accounts/{account}/hold");
            sent = await PublishAsync(old, SidecarApp.Pin(("title", "sent after the backup"), ("idempotency_key", "lamp")));
            later = await PublishAsync(old, SidecarApp.Pin(("title", "later"), ("publish_at", SidecarApp.MuchLater)));

            var (written, wrote) = await SidecarProcess.RunAsync(Data("old"), "backup", Backup);
            Assert.True(written == 0, wrote);

            await PostAsync(old, $"/v1/accounts/{account}/resume");
            Assert.Equal("published", (string?)(await GetAsync(old, $"/v1/pins/{sent}?wait=30"))["status"]);
            var (refused, why) = await SidecarProcess.RunAsync(Data("old"), "restore", Backup);
            Assert.True(refused == 1 && why.Contains("is in use by process", StringComparison.Ordinal), why);
            old.Signal("KILL");
            await old.ExitedAsync();
        }

        var (restored, said) = await SidecarProcess.RunAsync(Data("new"), "restore", Backup);
        Assert.True(restored == 0, said);
        await using var sidecar = await StartAsync("new");

        Assert.Equal("published", (string?)(await GetAsync(sidecar, $"/v1/pins/{sent}?wait=30"))["status"]);
        Assert.Equal(sent, await PublishAsync(sidecar, SidecarApp.Pin(("title", "sent after the backup"), ("idempotency_key", "lamp"))));
        while ((string?)(await GetAsync(sidecar, $"/v1/pins/{later}"))["status"] != "scheduled") await Task.Yield();
        Assert.Single((await control.GetFromJsonAsync<JsonArray>("/control/pins"))!);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private int Port { get; } = FreePort.Find();

    private string Backup => Path.Combine(_folder, "connector.backup");

    private string Data(string name) => Path.Combine(_folder, name);

    private Task<SidecarProcess> StartAsync(string name) => SidecarProcess.StartAsync(
        Data(name), settings: [$"Connector:Simulator:Url=http://127.0.0.1:{Port}", "Connector:Reconciling:Looks=0.1,0.2,0.3"]);

    private static async Task<JsonNode> GetAsync(SidecarProcess sidecar, string path) =>
        (await sidecar.Client.GetFromJsonAsync<JsonNode>(path))!;

    private static async Task<JsonNode> PostAsync(SidecarProcess sidecar, string path, JsonNode? body = null)
    {
        using var answer = await sidecar.Client.PostAsync(path, body is null ? null : JsonContent.Create(body));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static async Task<string> PublishAsync(SidecarProcess sidecar, JsonObject pin) =>
        (string)(await PostAsync(sidecar, "/v1/pins", pin))["id"]!;
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Connector.Tests.Support;

namespace Connector.Tests.Keys;

public sealed partial class FirstStartTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("connector-test-").FullName;

    [Fact]
    public async Task The_first_start_prints_an_admin_key_that_works_and_no_later_one_does()
    {
        string key;
        await using (var first = await SidecarProcess.StartAsync(_data, key: null))
        {
            while (!Secret().IsMatch(first.Output)) await Task.Yield();
            key = Secret().Match(first.Output).Value;
            first.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            Assert.Contains("admin", await first.Client.GetStringAsync("/v1/whoami"), StringComparison.Ordinal);
            first.Signal("TERM");
            Assert.Equal(0, await first.ExitedAsync());
        }

        await using var second = await SidecarProcess.StartAsync(_data, key: null);
        second.Signal("TERM");
        await second.ExitedAsync();

        Assert.DoesNotMatch(Secret(), second.Output);
        Assert.Empty(SecretScan.FilesWith(_data, key));
    }

    [Fact]
    public async Task Making_a_key_by_command_first_hides_no_other_key_and_wrong_words_say_how_it_goes()
    {
        var (made, text) = await SidecarProcess.RunAsync(_data, "keys", "create", "n8n");
        var (listed, list) = await SidecarProcess.RunAsync(_data, "keys", "list");
        var (wrong, usage) = await SidecarProcess.RunAsync(_data, "keys", "delete");

        Assert.Equal((0, 0, 2), (made, listed, wrong));
        Assert.Matches(Secret(), text);
        Assert.Contains("n8n", Assert.Single(list.Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotMatch(Secret(), list);
        Assert.Contains("connector keys create NAME", usage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keys", "list")]
    [InlineData("keys", "revoke", "key_1")]
    [InlineData("keys", "create", "n8n")]
    public async Task In_a_folder_that_no_sidecar_uses_no_database_is_made_and_the_folder_is_named(params string[] words)
    {
        var elsewhere = Path.Combine(_data, "typo");

        var (code, output) = await SidecarProcess.RunAsync(elsewhere, words);

        Assert.Equal(2, code);
        Assert.StartsWith($"connector: There is no database in {elsewhere}, ", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(elsewhere));
    }

    [Fact]
    public async Task A_second_sidecar_on_the_same_data_exits_with_one_sentence()
    {
        await using var first = await SidecarProcess.StartAsync(_data);

        var (code, output) = await SidecarProcess.RunAsync(_data, "--urls=http://127.0.0.1:0");

        Assert.Equal(1, code);
        Assert.StartsWith("connector: The data directory", output, StringComparison.Ordinal);
        Assert.Contains($"is in use by process {first.Id}.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_start_that_cannot_listen_says_so_in_one_line_and_leaves_the_key_to_the_next()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var (code, output) = await SidecarProcess.RunAsync(_data, "--urls=" + taken);

        Assert.Equal(2, code);
        Assert.StartsWith($"connector: The address {taken} is in use by another program.", Assert.Single(output.Split('\n')));
        await using var next = await SidecarProcess.StartAsync(_data, key: null);
        while (!Secret().IsMatch(next.Output)) await Task.Yield();
        Assert.Equal(HttpStatusCode.OK, await WhoAmIAsync(next, Secret().Match(next.Output).Value));
    }

    [Fact]
    public async Task A_first_start_with_wrong_settings_says_each_in_a_line_and_leaves_nothing()
    {
        var data = Path.Combine(_data, "not-yet");

        var (code, output) = await SidecarProcess.RunAsync(
            data, "--urls=nope", "--Connector:Pinterest:ApiBaseUrl=nope", "--Connector:RequestLimit:PerSecond=0");

        Assert.Equal(2, code);
        Assert.All(output.Split('\n'), line => Assert.Matches("^connector: (--urls|Connector:[A-Za-z:]+) must be ", line));
        Assert.Equal(3, output.Split('\n').Length);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task A_lost_key_is_replaced_while_the_sidecar_runs_and_the_old_one_revoked()
    {
        await using var running = await SidecarProcess.StartAsync(_data);

        var (made, text) = await SidecarProcess.RunAsync(_data, "keys", "create", "new admin", "--scopes", "admin");
        var key = Secret().Match(text).Value;
        var worked = await WhoAmIAsync(running, key);
        var (revoked, _) = await SidecarProcess.RunAsync(_data, "keys", "revoke", text.Split("  ")[0]);
        while (await WhoAmIAsync(running, key) == HttpStatusCode.OK) await Task.Yield();

        Assert.Equal((0, 0, HttpStatusCode.OK), (made, revoked, worked));
        Assert.Equal(HttpStatusCode.OK, await WhoAmIAsync(running, SidecarProcess.Key));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Everything_that_a_sidecar_writes_is_for_its_own_user_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        await using var running = await SidecarProcess.StartAsync(_data, key: null);
        while (!Secret().IsMatch(running.Output)) await Task.Yield();

        var written = Directory.EnumerateFileSystemEntries(_data, "*", SearchOption.AllDirectories).ToList();

        Assert.Contains(written, path => path.EndsWith("connector.db-wal", StringComparison.Ordinal));
        Assert.All(written, path => Assert.Equal(0, (int)File.GetUnixFileMode(path) & 0b111_111));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static async Task<HttpStatusCode> WhoAmIAsync(SidecarProcess sidecar, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/whoami");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await sidecar.Client.SendAsync(request);
        return answer.StatusCode;
    }

    [GeneratedRegex("pck_[A-Za-z0-9_-]{43}")]
    private static partial Regex Secret();
}

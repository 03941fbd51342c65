using System.Net.Http.Headers;
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

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [GeneratedRegex("pck_[A-Za-z0-9_-]{43}")]
    private static partial Regex Secret();
}

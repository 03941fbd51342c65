using System.Runtime.Versioning;
using Connector.Tests.Support;

namespace Connector.Tests.Storage;

[UnsupportedOSPlatform("windows")]
public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode Open = (UnixFileMode)0b110_100_100, OpenFolder = (UnixFileMode)0b111_101_101;
    private const UnixFileMode Private = (UnixFileMode)0b110_000_000, PrivateFolder = (UnixFileMode)0b111_000_000;

    private readonly string _data = Directory.CreateTempSubdirectory("connector-test-").FullName;

    [Fact]
    public async Task A_start_takes_other_users_rights_from_its_own_files_and_from_nothing_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        await (await SidecarApp.StartAsync(dataDirectory: _data)).DisposeAsync();
        string[] own = ["connector.db", "connector.lock", "connector.pid", "keys/key-old", "assets/ab/abc", "simulator.jsonl"];
        string[] foreign = ["notes.txt", "backups/connector.db"];
        foreach (var name in own.Concat(foreign)) Opened(name);
        File.CreateSymbolicLink(In("assets/ab/link"), In("notes.txt"));

        await (await SidecarApp.StartAsync(dataDirectory: _data)).DisposeAsync();

        Assert.All(own, name => Assert.Equal(Private, File.GetUnixFileMode(In(name))));
        Assert.All(foreign, name => Assert.Equal(Open, File.GetUnixFileMode(In(name))));
        Assert.All(["keys", "assets", "assets/ab"], name => Assert.Equal(PrivateFolder, File.GetUnixFileMode(In(name))));
    }

    [Fact]
    public async Task A_data_directory_that_others_may_open_is_said_with_the_command_that_closes_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        File.SetUnixFileMode(_data, OpenFolder);

        await using var app = await SidecarApp.StartAsync(dataDirectory: _data, settings: "Logging:LogLevel:Default=Warning");

        Assert.Single(app.Logs.Lines, line => line.Contains($"(mode 755). Close it: chmod 700 {_data}", StringComparison.Ordinal));
        Assert.Equal(OpenFolder, File.GetUnixFileMode(_data));
    }

    [Fact]
    public async Task A_closed_data_directory_is_not_mentioned()
    {
        await using var app = await SidecarApp.StartAsync(dataDirectory: _data, settings: "Logging:LogLevel:Default=Warning");

        Assert.DoesNotContain(app.Logs.Lines, line => line.Contains("chmod", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private string In(string name) => Path.Combine(_data, name);

    private void Opened(string name)
    {
        var folder = Path.GetDirectoryName(In(name))!;
        Directory.CreateDirectory(folder);
        if (folder != _data) File.SetUnixFileMode(folder, OpenFolder);
        if (!File.Exists(In(name))) File.WriteAllText(In(name), "");
        File.SetUnixFileMode(In(name), Open);
    }
}

using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Storage;

public sealed class DataDirectoryTests
{
    [Fact]
    [Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
    public async Task A_second_sidecar_on_the_same_directory_refuses_to_start_and_names_the_first()
    {
        await using var first = await SidecarApp.StartAsync();

        var refused = await Assert.ThrowsAsync<DataDirectoryException>(() => SidecarApp.StartAsync(dataDirectory: first.DataDirectory));

        Assert.Contains($"is in use by process {Environment.ProcessId}. Stop it first", refused.Message, StringComparison.Ordinal);
        Assert.Equal("ok", (string?)(await first.GetAsync("/readyz"))["status"]);
    }

    [Fact]
    public async Task The_directory_is_free_again_when_the_sidecar_has_stopped()
    {
        var path = Directory.CreateTempSubdirectory("connector-test-").FullName;
        // On Kestrel: the test starts it again.
        await (await RunningConnector.StartAsync(dataDirectory: path)).DisposeAsync();

        await using (await RunningConnector.StartAsync(dataDirectory: path))
        {
        }

        Directory.Delete(path, recursive: true);
    }

    [Fact]
    public void A_directory_that_cannot_be_made_is_refused_with_the_reason_not_blamed_on_another_process()
    {
        var file = Path.GetTempFileName();

        var refused = Assert.Throws<DataDirectoryException>(() =>
            new DataDirectory(Options.Create(new StorageOptions { DataDirectory = Path.Combine(file, "data") })));

        Assert.Contains("cannot be used:", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("in use by", refused.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void A_read_only_disk_is_refused_with_the_reason()
    {
        using var disk = TinyDisk.TryMount(megabytes: 1);
        Assert.SkipWhen(disk is null, TinyDisk.Unavailable);
        Assert.True(disk.SetReadOnly(true));

        var refused = Assert.Throws<DataDirectoryException>(
            () => new DataDirectory(Options.Create(new StorageOptions { DataDirectory = disk.FullPath })));

        Assert.Contains("Read-only file system", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mysql", "Connector:Database:Provider must be sqlite or postgres")]
    [InlineData("postgres", "Connector:Database:ConnectionString must be set where Connector:Database:Provider is postgres")]
    public async Task A_database_that_is_not_known_or_named_is_refused_at_the_start(string provider, string said)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => SidecarApp.StartAsync(
            settings: [$"Connector:Database:Provider={provider}", "Connector:Database:ConnectionString="]));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_users_of_the_machine_cannot_look_into_the_directory()
    {
        var path = Path.Combine(Path.GetTempPath(), "connector-test-" + Guid.NewGuid().ToString("N"));

        await (await SidecarApp.StartAsync(dataDirectory: path)).DisposeAsync();

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        Directory.Delete(path, recursive: true);
    }
}

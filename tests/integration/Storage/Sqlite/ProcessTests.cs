using Connector.Tests.Support;

namespace Connector.Tests.Storage.Sqlite;

[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class ProcessTests
{
    [Fact]
    public async Task A_sidecar_on_SQLite_with_a_folder_loads_neither_the_client_of_PostgreSQL_nor_that_of_S3()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process has loaded can only be read on Linux.");
        var data = Directory.CreateTempSubdirectory("connector-test-").FullName;
        await using (var sidecar = await SidecarProcess.StartAsync(data))
        {
            using var answer = await sidecar.Client.GetAsync("/v1/pins");
            var loaded = await File.ReadAllTextAsync($"/proc/{sidecar.Id}/maps");

            Assert.True(answer.IsSuccessStatusCode);
            Assert.Contains("/Dapper.dll", loaded, StringComparison.Ordinal);
            Assert.DoesNotContain("/Npgsql.dll", loaded, StringComparison.Ordinal);
            Assert.DoesNotContain("/AWSSDK", loaded, StringComparison.Ordinal);
        }

        Directory.Delete(data, recursive: true);
    }
}

using Connector.Tests.Support;

namespace Connector.Tests.Assets.S3;

/// <summary>What a start says about a store: settings that are wrong end it, and an outage does not.</summary>
public sealed class S3StartTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-s3-start-").FullName;

    [Theory]
    [InlineData("SecretKey=not-the-one", "SignatureDoesNotMatch", "Check Connector:Assets:S3:AccessKey and SecretKey")]
    [InlineData("AccessKey=nobody", "InvalidAccessKeyId", "Check Connector:Assets:S3:AccessKey and SecretKey")]
    [InlineData("Bucket=missing", "NoSuchBucket", "Make the bucket, or name another one in Connector:Assets:S3:Bucket")]
    public async Task Settings_that_the_store_refuses_end_the_start(string setting, string code, string advice)
    {
        Assert.SkipWhen(S3Server.Unavailable is not null, S3Server.Unavailable ?? "");

        var (exit, said) = await RunAsync([.. S3Server.Instance.Settings("start"), $"Connector:Assets:S3:{setting}"]);

        Assert.Equal(1, exit);
        Assert.Contains($"answers {code}. {advice}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-one", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connector:Assets:S3:Bucket must be set", "Store=s3")]
    [InlineData(
        "Connector:Assets:S3:AccessKey and Connector:Assets:S3:SecretKey must be set both", "Store=s3", "S3:Bucket=b", "S3:AccessKey=a")]
    [InlineData("Connector:Assets:Store must be folder or s3", "Store=ftp")]
    [InlineData("Connector:Assets:S3:Endpoint must be an http or https address", "S3:Endpoint=s3.example.com")]
    public async Task Settings_that_do_not_go_together_are_named(string why, params string[] settings)
    {
        var (exit, said) = await RunAsync(settings.Select(setting => $"Connector:Assets:{setting}"));

        Assert.Equal(2, exit);
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_does_not_prevent_the_start()
    {
        await using var sidecar = await SidecarProcess.StartAsync(_folder, settings:
        [
            "Connector:Assets:Store=s3", "Connector:Assets:S3:Bucket=files", "Connector:Assets:S3:AccessKey=a",
            "Connector:Assets:S3:SecretKey=b", $"Connector:Assets:S3:Endpoint=http://127.0.0.1:{FreePort.Find()}",
        ]);

        Assert.Contains("The file store does not work: bucket files at 127.0.0.1", sidecar.Output, StringComparison.Ordinal);
        Assert.Contains("pins that need one wait until it works again", sidecar.Output, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        if (TestDatabase.IsPostgres) await TestDatabase.DropAsync(_folder);
    }

    private Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> settings) => SidecarProcess.RunAsync(
        _folder, ["serve", "--urls=http://127.0.0.1:0", .. settings.Select(setting => "--" + setting)]);
}

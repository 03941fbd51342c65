using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Amazon.S3.Model;
using Connector.Assets.Files;
using Connector.Assets.S3;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Assets.S3;

/// <summary>Files in a store that speaks S3 and verifies signatures. It is ordered to fail, so nothing else may run.</summary>
[CollectionDefinition(nameof(S3StoreTests), DisableParallelization = true)]
[Collection(nameof(S3StoreTests))]
public sealed class S3StoreTests : IAsyncLifetime
{
    private const int LargeBytes = 40 * 1024 * 1024;

    private readonly string _prefix = $"test-{Guid.NewGuid():n}";
    private SidecarApp _app = null!;

    [Theory]
    [InlineData(100)]
    [InlineData(LargeBytes)]
    public async Task A_file_is_kept_in_the_store_and_read_back_from_any_position(int bytes)
    {
        var movie = Movie(bytes);

        var asset = await _app.GivenAsync(movie);

        Assert.Equal([(string)asset["sha256"]!], _app.Files());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_app.DataDirectory, "assets"), "*", SearchOption.AllDirectories));
        Assert.Equal(Hash(movie), Hash(await _app.KeptAsync(asset)));
        await using var file = (await Files(_app).OpenReadAsync((string)asset["sha256"]!, CancellationToken.None))!;
        Assert.Equal(movie.Length, file.Length);
        foreach (var position in (int[])[movie.Length - 20, 0, movie.Length / 2])
        {
            var read = new byte[20];
            file.Position = position;
            await file.ReadExactlyAsync(read);
            Assert.Equal(movie[position..(position + 20)], read);
        }
    }

    [Fact]
    public async Task Another_sidecar_on_the_same_store_sees_the_file_and_its_end()
    {
        await using var other = await StartAsync(_prefix);
        var asset = await _app.GivenAsync(SampleMedia.Png(1301));
        var sha256 = (string)asset["sha256"]!;

        Assert.True(await Files(other).HoldsAsync(sha256, (long)asset["bytes"]!, CancellationToken.None));
        Assert.Equal(HttpStatusCode.NoContent, await _app.StatusAsync(HttpMethod.Delete, asset));
        Assert.Null(await Files(other).OpenReadAsync(sha256, CancellationToken.None));
    }

    [Fact]
    public async Task While_the_store_does_not_work_files_are_refused_and_a_pin_waits_with_the_reason()
    {
        var account = await _app.FirstAccountAsync();
        await _app.PostAsync($"/v1/accounts/{account}/hold");
        var asset = await _app.GivenAsync(SampleMedia.Png(1302));
        var pin = await _app.PublishAsync(SidecarApp.Pin(("image_url", null), ("asset_id", (string)asset["id"]!)));
        await S3Server.Instance.OrderAsync(isDown: true);
        try
        {
            using var body = AssetCalls.Raw(SampleMedia.Png(1303));
            using var refused = await _app.Admin.PostAsync("/v1/assets", body);
            var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage_unavailable"), (refused.StatusCode, (string?)problem["code"]));
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Contains("bucket files at 127.0.0.1", (string?)problem["detail"], StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFiles(Path.Combine(_app.DataDirectory, "assets", "arriving")));

            await _app.PostAsync($"/v1/accounts/{account}/resume");
            await Eventually.TrueAsync(async () => (await _app.GetAsync($"/v1/pins/{pin}"))["waiting_for"]?["message"]?.ToString()
                .Contains("The pin's file cannot be read now: The file store does not work", StringComparison.Ordinal) == true);
        }
        finally
        {
            await S3Server.Instance.OrderAsync(isDown: false);
        }

        Assert.Equal("published", (string?)(await _app.GetAsync($"/v1/pins/{pin}?wait=30"))["status"]);
    }

    [Fact]
    public async Task What_was_cut_off_on_its_way_goes_and_what_others_keep_there_stays()
    {
        var (ours, theirs) = ($"{_prefix}/{new string('c', 64)}", $"{_prefix}/report.csv");
        var client = _app.Services.GetRequiredService<S3Client>();
        await client.AskAsync(async store =>
        {
            foreach (var key in (string[])[ours, theirs])
            {
                await store.InitiateMultipartUploadAsync(S3Server.Bucket, key);
                await store.PutObjectAsync(new PutObjectRequest
                {
                    BucketName = S3Server.Bucket,
                    Key = key,
                    ContentBody = "left",
                    UseChunkEncoding = false,
                });
            }

            return true;
        }, CancellationToken.None);
        var later = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(61);

        await CleanUpAsync(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(59));
        Assert.Equal([ours, theirs], await OpenAsync(client));
        await CleanUpAsync(later);

        Assert.Equal([theirs], await OpenAsync(client));
        Assert.Empty(_app.Files());
        Assert.Equal([theirs], await KeysAsync(client));
    }

    [Fact]
    public async Task A_file_whose_last_row_goes_while_the_store_does_not_work_goes_later()
    {
        var asset = await _app.GivenAsync(SampleMedia.Png(1304));
        await S3Server.Instance.OrderAsync(isDown: true);
        try
        {
            Assert.Equal(HttpStatusCode.NoContent, await _app.StatusAsync(HttpMethod.Delete, asset));
        }
        finally
        {
            await S3Server.Instance.OrderAsync(isDown: false);
        }

        Assert.Single(_app.Files());
        await CleanUpAsync(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(61));
        Assert.Empty(_app.Files());
    }

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(S3Server.Unavailable is not null, S3Server.Unavailable ?? "");
        _app = await StartAsync(_prefix);
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Task<SidecarApp> StartAsync(string prefix) => SidecarApp.StartAsync(settings: [.. S3Server.Instance.Settings(prefix)]);

    private static AssetFiles Files(SidecarApp app) => app.Services.GetRequiredService<AssetFiles>();

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    private static byte[] Movie(int bytes)
    {
        var content = new byte[bytes];
        new Random(1).NextBytes(content);
        return [.. SampleMedia.FileType(), .. SampleMedia.Index(new Film()), .. SampleMedia.Box("mdat", content)];
    }

    private async Task CleanUpAsync(DateTimeOffset before) =>
        await _app.Services.GetRequiredService<Connector.Assets.AssetStore>().ForgetLeftoversAsync(before, CancellationToken.None);

    private Task<string[]> OpenAsync(S3Client client) => client.AskAsync(async store =>
        (await store.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = S3Server.Bucket, Prefix = _prefix }))
            .MultipartUploads?.Select(upload => upload.Key).Order().ToArray() ?? [], CancellationToken.None);

    private Task<string[]> KeysAsync(S3Client client) => client.AskAsync(async store =>
        (await store.ListObjectsV2Async(new ListObjectsV2Request { BucketName = S3Server.Bucket, Prefix = _prefix }))
            .S3Objects?.Select(each => each.Key).Order().ToArray() ?? [], CancellationToken.None);
}

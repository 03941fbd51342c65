using System.Net;
using Connector.Tests.Support;
using static Connector.Tests.Assets.AssetCalls;

namespace Connector.Tests.Assets;

/// <summary>Limits: of one file, of all files, and of the disk.</summary>
public sealed class RoomForAssetsTests
{
    private const int Size = 10_000;

    // A larger image would become a smaller one.
    private const string NothingConverted = "Connector:Images:Convert=false";

    [Fact]
    public async Task All_files_together_have_a_quota_and_the_same_bytes_count_once()
    {
        await using var app = await SidecarApp.StartAsync(settings: $"Connector:Assets:QuotaBytes={2 * Size + Size / 2}");
        var first = await app.GivenAsync(Sized(1));
        await app.GivenAsync(Sized(2));

        foreach (var content in new HttpContent[] { Raw(Sized(3)), Form(("file", Sized(3))) })
        {
            var (refused, problem) = await app.Admin.GiveAsync(content);
            Assert.Equal((HttpStatusCode.InsufficientStorage, "asset_quota_reached"), (refused, (string?)problem["code"]));
        }

        using var stranger = await app.OfWorkspaceAsync("strangers");
        Assert.Equal(2, app.Files().Count);
        Assert.Equal(HttpStatusCode.NoContent, await app.StatusAsync(HttpMethod.Delete, first));
        Assert.Equal(HttpStatusCode.Created, (await app.Admin.GiveAsync(Sized(3))).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_file_may_be_as_large_as_its_kind_may(bool isForm)
    {
        await using var app = await SidecarApp.StartAsync(
            settings: [$"Connector:Assets:ImageBytes={Size}", $"Connector:Assets:VideoBytes={2 * Size}", NothingConverted]);
        HttpContent Content(byte[] bytes) => isForm ? Form(("file", bytes)) : Raw(bytes);

        var (exact, _) = await app.Admin.GiveAsync(Content(Sized(1)));
        var (more, problem) = await app.Admin.GiveAsync(Content([.. Sized(1), 0]));
        var (video, _) = await app.Admin.GiveAsync(Content([.. SampleMedia.Movie(), .. SampleMedia.Box("free", new byte[Size])]));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.Created], [exact, more, video]);
        Assert.Equal("media_too_large", (string?)problem["code"]);
        Assert.Equal(2, app.Files().Count);
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full_takes_no_files()
    {
        await using var app = await SidecarApp.StartAsync(settings: $"Connector:Database:FreeSpaceFloorBytes={long.MaxValue}");

        var (status, problem) = await app.Admin.GiveAsync(Sized(1));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage_unavailable"), (status, (string?)problem["code"]));
        Assert.Empty(app.Files());
    }

    [Theory]
    [InlineData("Connector:Database:FreeSpaceFloorBytes=9223372036854775807")]
    [InlineData("Connector:Assets:QuotaBytes=1")]
    public async Task A_file_that_is_too_large_is_refused_for_good_also_when_there_is_no_room(string noRoom)
    {
        await using var app = await SidecarApp.StartAsync(settings: [$"Connector:Assets:ImageBytes={Size}", NothingConverted, noRoom]);

        foreach (var content in new HttpContent[] { Raw(Sized(1, Size + 100_000)), Form(("file", Sized(1, Size + 100_000))) })
        {
            var (status, problem) = await app.Admin.GiveAsync(content);
            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "media_too_large"), (status, (string?)problem["code"]));
        }
    }

    [Fact]
    public async Task A_disk_that_fills_up_meanwhile_loses_nothing_but_that_file()
    {
        using var disk = TinyDisk.TryMount(megabytes: 24);
        Assert.SkipWhen(disk is null, TinyDisk.Unavailable);
        await using var app = await SidecarApp.StartAsync(
            dataDirectory: disk.FullPath, settings: "Connector:Database:FreeSpaceFloorBytes=0");
        var kept = await app.GivenAsync(Sized(1));
        disk.Fill(leaving: 4 * 1024 * 1024);

        var (status, problem) = await app.Admin.GiveAsync(
            Form(("file", SampleMedia.Png(chunks: SampleMedia.Chunk("tEXt", new byte[8 * 1024 * 1024])))));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage_unavailable"), (status, (string?)problem["code"]));
        Assert.Equal([(string)kept["sha256"]!], app.Files());
        disk.Free();
        Assert.Equal(HttpStatusCode.Created, (await app.Admin.GiveAsync(Sized(2))).Status);
    }

    [Fact]
    public async Task A_client_that_disconnects_during_an_upload_leaves_nothing()
    {
        // On Kestrel: the sender closes its socket.
        await using var app = await RunningConnector.StartAsync();
        using var upload = new HangingUp(app.Address, SampleMedia.Png(chunks: SampleMedia.Chunk("tEXt", new byte[300_000])));

        await upload.BeginAsync();
        await Eventually.TrueAsync(() => app.Files().Count == 1);
        upload.HangUp();

        await Eventually.TrueAsync(() => app.Files().Count == 0);
    }

    private static byte[] Sized(byte mark, int size = Size)
    {
        var room = size - SampleMedia.Png(chunks: SampleMedia.Chunk("tEXt", [])).Length;
        var text = new byte[room];
        text[0] = mark;
        return SampleMedia.Png(chunks: SampleMedia.Chunk("tEXt", text));
    }
}

using Connector.Assets;
using Connector.Assets.Conversion;
using Connector.Tests.Support;
using NetVips;

namespace Connector.Tests.Assets.Conversion;

/// <summary>Pictures in a real process of their own.</summary>
public sealed class ConversionProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pictures-");

    public static TheoryData<string> Hostile => [.. HostilePictures.All.Select(picture => picture.Name)];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_picture_ends_as_the_table_says_and_never_as_half_a_picture(string name)
    {
        var picture = HostilePictures.All.Single(one => one.Name == name);

        var (result, written) = await ConvertAsync(picture.Bytes, picture.ContentType);

        Assert.Equal(picture.Failure, $"{result.Failure}");
        Assert.Equal(result.Failure is null, written is [0xFF, 0xD8, .., 0xFF, 0xD9]);
    }

    [Fact]
    public void The_table_is_as_long_as_it_must_be() => Assert.InRange(HostilePictures.All.Count, 30, int.MaxValue);

    public static TheoryData<string, string> Pictures => new()
    {
        { "webp", "jpeg 600×900" },
        { "avif", "jpeg 600×900" },
        { "tiff", "jpeg 600×900" },
        { "tiff of 16 bits", "jpeg 600×900" },
        { "tiff of 3 pages", "jpeg 600×900 pages:3" },
        { "gif", "jpeg 600×900" },
        { "jpeg for print", "jpeg 600×900 cmyk" },
        { "webp on its side", "jpeg 900×600 turned" },
        { "webp half seen", "png 600×900 transparent" },
        { "webp of which all is seen", "jpeg 600×900" },
        { "large jpeg", "jpeg 2000×3000" },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task A_picture_becomes_one_that_Pinterest_takes(string name, string expected)
    {
        var (bytes, type) = Sample(name);

        var (result, written) = await ConvertAsync(bytes, type);

        using var picture = Image.NewFromBuffer(written!);
        Assert.Null(result.Failure);
        Assert.Equal(expected, Describe(result, written!, picture));
        Assert.Equal(picture.HasAlpha() ? 4 : 3, picture.Bands);
        Assert.Equal((Enums.Interpretation.Srgb, Enums.BandFormat.Uchar), (picture.Interpretation, picture.Format));
    }

    [Fact]
    public async Task Colors_stay_what_they_are()
    {
        var (_, written) = await ConvertAsync(SamplePictures.Cmyk(), "image/jpeg");

        using var before = Image.NewFromBuffer(SamplePictures.Jpeg(600, 900));
        using var after = Image.NewFromBuffer(written!);
        using var difference = (before - after).Abs();
        Assert.InRange(difference.Avg(), 0, 20);
    }

    [Fact]
    public async Task No_notes_are_kept()
    {
        var bytes = SamplePictures.WebPWithPlace("At my house");
        Assert.True(bytes.AsSpan().IndexOf("At my house"u8) > 0);

        var (_, written) = await ConvertAsync(bytes, "image/webp");

        Assert.True(written.AsSpan().IndexOf("At my house"u8) < 0 && written.AsSpan().IndexOf("Exif"u8) < 0);
    }

    [Fact]
    public async Task What_stays_transparent_and_is_too_large_lies_on_white()
    {
        var (result, written) = await ConvertAsync(SamplePictures.WebPWithAlpha(0), "image/webp", order => order with { MostBytes = 100 });

        using var picture = Image.NewFromBuffer(written!);
        Assert.Equal((true, false), (result.WasTransparent, result.IsTransparent));
        Assert.All(picture.Getpoint(10, 10), color => Assert.InRange(color, 250, 255));
    }

    [Fact]
    public async Task One_that_takes_too_long_is_ended_with_its_process_which_has_limits_and_no_secrets()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /proc and named pipes.");
        var clock = new ManualClock();
        var endless = Path.Combine(_folder.FullName, "endless");
        await Tool.RunAsync("mkfifo", [endless]);
        Environment.SetEnvironmentVariable("PASSWORD_OF_SOMETHING_ELSE", "secret");

        var converting = new ConversionProcess(clock).RunAsync(Order(endless, "image/webp"), CancellationToken.None);
        await Eventually.TrueAsync(
            () => Child(endless) is { } child && Read(child, "limits").Contains("1073741824", StringComparison.Ordinal));
        var (environment, limits) = (Read(Child(endless)!, "environ"), Read(Child(endless)!, "limits"));
        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(ConversionFailure.Late, (await converting).Failure);
        Assert.DoesNotContain("secret", environment, StringComparison.Ordinal);
        Assert.Matches(@"Max data size +1073741824", limits);
        Assert.Null(Child(endless));
    }

    [Fact]
    public async Task One_that_nobody_waits_for_any_more_has_ended_when_its_files_are_deleted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /proc and named pipes.");
        var endless = Path.Combine(_folder.FullName, "endless");
        await Tool.RunAsync("mkfifo", [endless]);
        using var gone = new CancellationTokenSource();

        var converting = new ConversionProcess(TimeProvider.System).RunAsync(Order(endless, "image/webp"), gone.Token);
        await Eventually.TrueAsync(() => Child(endless) is not null);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => converting);
        Assert.Null(Child(endless));
    }

    [Fact]
    public async Task Without_its_image_library_the_process_says_so()
    {
        var copy = Directory.CreateDirectory(Path.Combine(_folder.FullName, "copy")).FullName;
        // The libraries of each platform lie in folders, which are not copied.
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => !IsTest(Path.GetFileName(file))))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        var source = Path.Combine(_folder.FullName, "source");
        await File.WriteAllBytesAsync(source, SamplePictures.WebP());

        var result = await new ConversionProcess(TimeProvider.System) { Program = Path.Combine(copy, "connector") }
            .RunAsync(Order(source, "image/webp"), CancellationToken.None);

        Assert.Equal(ConversionFailure.NoLibrary, result.Failure);

        static bool IsTest(string name) => name.Contains("Tests", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_counts_as_a_library_that_is_not_there()
    {
        var process = new ConversionProcess(TimeProvider.System) { Program = Path.Combine(_folder.FullName, "nothing") };

        var result = await process.RunAsync(Order("source", "image/webp"), CancellationToken.None);

        Assert.Equal(ConversionFailure.NoLibrary, result.Failure);
    }

    [Fact]
    public void Where_the_system_does_not_let_a_process_end_first_the_picture_is_converted_all_the_same() =>
        ProcessLimits.EndFirst(Path.Combine(_folder.FullName, "no", "such", "file"));

    private async Task<(ConversionResult Result, byte[]? Written)> ConvertAsync(
        byte[] bytes, string type, Func<ConversionOrder, ConversionOrder>? change = null)
    {
        var order = Order(Path.Combine(_folder.FullName, "source"), type);
        await File.WriteAllBytesAsync(order.Source, bytes);
        var result = await new ConversionProcess(TimeProvider.System).RunAsync((change ?? (same => same))(order), CancellationToken.None);
        return (result, File.Exists(order.Target) ? await File.ReadAllBytesAsync(order.Target) : null);
    }

    private ConversionOrder Order(string source, string type) => new(source, type, Path.Combine(_folder.FullName, "target"))
    {
        MostPixels = 200_000_000,
        Pixels = new ImageOptions().Pixels,
        MostBytes = new AssetOptions().ImageBytes,
        MemoryBytes = new ImageOptions().MemoryBytes,
        Seconds = (int)new ImageOptions().Timeout.TotalSeconds,
    };

    private static (byte[] Bytes, string Type) Sample(string name) => name switch
    {
        "webp" => (SamplePictures.WebP(), "image/webp"),
        "avif" => (SamplePictures.Avif(), "image/avif"),
        "tiff" => (SamplePictures.Tiff(), "image/tiff"),
        "tiff of 16 bits" => (SamplePictures.DeepTiff(), "image/tiff"),
        "tiff of 3 pages" => (SamplePictures.Tiff(3), "image/tiff"),
        "gif" => (SamplePictures.Gif(), "image/gif"),
        "jpeg for print" => (SamplePictures.Cmyk(), "image/jpeg"),
        "webp on its side" => (SamplePictures.WebP(orientation: 6), "image/webp"),
        "webp half seen" => (SamplePictures.WebPWithAlpha(100), "image/webp"),
        "webp of which all is seen" => (SamplePictures.WebPWithAlpha(255), "image/webp"),
        _ => (SamplePictures.Jpeg(4000, 6000), "image/jpeg"),
    };

    private static string Describe(ConversionResult result, byte[] written, Image picture) => string.Join(' ', new[]
    {
        written is [0xFF, 0xD8, ..] ? "jpeg" : "png",
        $"{picture.Width}×{picture.Height}",
        result.Pages > 1 ? $"pages:{result.Pages}" : null,
        result.WasCmyk ? "cmyk" : null,
        result.WasTurned ? "turned" : null,
        result.IsTransparent ? "transparent" : null,
    }.OfType<string>());

    /// <summary>The folder in /proc of the process that converts a file; null when there is none.</summary>
    private static string? Child(string source) => Directory.EnumerateDirectories("/proc")
        .FirstOrDefault(process => Read(process, "cmdline").Contains(source, StringComparison.Ordinal));

    private static string Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

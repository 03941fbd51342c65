using Connector.Assets.Conversion;
using Connector.Tests.Support;

namespace Connector.Tests.Assets.Conversion;

/// <summary>The process that a picture is converted in: its limits, its end, and where it cannot do its work.</summary>
public sealed class ConversionProcessTests : IDisposable
{
    private readonly ConversionFolder _folder = new();

    [Fact]
    public async Task One_that_takes_too_long_is_ended_with_its_process_which_has_limits_and_no_secrets()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /proc and named pipes.");
        var clock = new ManualClock();
        var endless = _folder.Path("endless");
        await Tool.RunAsync("mkfifo", [endless]);
        Environment.SetEnvironmentVariable("PASSWORD_OF_SOMETHING_ELSE", "secret");

        var converting = new ConversionProcess(clock).RunAsync(_folder.Order(endless, "image/webp"), CancellationToken.None);
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
        var endless = _folder.Path("endless");
        await Tool.RunAsync("mkfifo", [endless]);
        using var gone = new CancellationTokenSource();

        var converting = new ConversionProcess(TimeProvider.System).RunAsync(_folder.Order(endless, "image/webp"), gone.Token);
        await Eventually.TrueAsync(() => Child(endless) is not null);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => converting);
        Assert.Null(Child(endless));
    }

    [Fact]
    public async Task Without_its_image_library_the_process_says_so()
    {
        var copy = Directory.CreateDirectory(_folder.Path("copy")).FullName;
        // The libraries of each platform lie in folders, which are not copied.
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => !IsTest(Path.GetFileName(file))))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        var source = _folder.Path("source");
        await File.WriteAllBytesAsync(source, SamplePictures.WebP());

        var result = await new ConversionProcess(TimeProvider.System) { Program = Path.Combine(copy, "connector") }
            .RunAsync(_folder.Order(source, "image/webp"), CancellationToken.None);

        Assert.Equal(ConversionFailure.NoLibrary, result.Failure);

        static bool IsTest(string name) => name.Contains("Tests", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_counts_as_a_library_that_is_not_there()
    {
        var process = new ConversionProcess(TimeProvider.System) { Program = _folder.Path("nothing") };

        var result = await process.RunAsync(_folder.Order("source", "image/webp"), CancellationToken.None);

        Assert.Equal(ConversionFailure.NoLibrary, result.Failure);
    }

    [Fact]
    public void Where_the_system_does_not_let_a_process_end_first_the_picture_is_converted_all_the_same() =>
        ProcessLimits.EndFirst(_folder.Path("no", "such", "file"));

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

    public void Dispose() => _folder.Dispose();
}

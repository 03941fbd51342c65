using Connector.Assets.Conversion;
using Connector.Assets.Files;
using Connector.Assets.Media;
using Connector.Common;
using Connector.Http;
using Microsoft.Extensions.Options;

namespace Connector.Assets;

/// <summary>Checks a picture, and makes a JPEG or PNG of one that Pinterest does not take.</summary>
internal sealed class ImageConverter(
    ArrivingFiles arriving, ConversionProcess process, ConversionQueue queue, IOptions<AssetOptions> assets, IOptions<ImageOptions> images)
{
    /// <summary>The check that says that a picture was converted, and how.</summary>
    public const string CheckName = "media_converted";

    /// <summary>Whether a picture with these facts would become another file.</summary>
    public bool WouldConvert(MediaFacts facts, bool isAllowed) =>
        ConversionRules.IsNeeded(facts, assets.Value) && ConversionRules.Forbids(isAllowed, images.Value) is null;

    /// <summary>Whether the file behind an address would become another one, as its name says.</summary>
    public bool WouldConvertNamed(string url) =>
        images.Value.Convert && AddressParts.Of(url) is { } address && ConversionRules.IsNeeded(address.Path);

    /// <summary>How many bytes a file may have to be taken.</summary>
    public long LimitOf(string kind, bool isAllowed) =>
        kind == MediaKind.Image && ConversionRules.Forbids(isAllowed, images.Value) is null
            ? Math.Max(assets.Value.ImageBytes, images.Value.InputBytes)
            : assets.Value.LimitOf(kind);

    /// <summary>The refusal of a file by its first bytes; null when the rest may come.</summary>
    public Check? Refuses(MediaFacts beginning, bool isAllowed) =>
        MediaChecks.Type(beginning) is { HasFailed: true } failed && !WouldConvert(beginning, isAllowed)
            ? Explained(failed, beginning, ConversionRules.Forbids(isAllowed, images.Value))
            : null;

    /// <summary>Checks a file that is on disk, and converts it where that is needed and allowed.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="facts">What it is.</param>
    /// <param name="isAllowed">Whether the account says so.</param>
    /// <param name="cancellation">The caller has gone away.</param>
    /// <exception cref="ProblemException">Too many wait for it.</exception>
    public async Task<CheckedImage> CheckAsync(string source, MediaFacts facts, bool isAllowed, CancellationToken cancellation)
    {
        if (!WouldConvert(facts, isAllowed)) return Unconverted(facts, ConversionRules.Forbids(isAllowed, images.Value));

        var target = arriving.NewPath();
        try
        {
            var result = await queue.RunAsync(() => process.RunAsync(Order(source, facts, target), cancellation), cancellation);
            if (result.Failure is null)
            {
                var after = Read(target);
                return new(after, [.. MediaChecks.Of(after, assets.Value), ConversionChecks.Of(facts, after, result)], target);
            }

            File.Delete(target);
            return result.Failure == ConversionFailure.NoLibrary
                ? Unconverted(facts, ConversionRules.NoLibrary)
                : new(facts, [ConversionChecks.Failed(facts, result, images.Value)], null);
        }
        catch
        {
            File.Delete(target);
            throw;
        }
    }

    /// <summary>The same for bytes.</summary>
    public async Task<(byte[] Bytes, CheckedImage Image)> CheckAsync(
        byte[] bytes, MediaFacts facts, bool isAllowed, CancellationToken cancellation)
    {
        if (!WouldConvert(facts, isAllowed)) return (bytes, Unconverted(facts, ConversionRules.Forbids(isAllowed, images.Value)));

        var source = arriving.NewPath();
        try
        {
            await File.WriteAllBytesAsync(source, bytes, cancellation);
            var image = await CheckAsync(source, facts, isAllowed, cancellation);
            if (image.Converted is not { } target) return (bytes, image);

            var converted = await File.ReadAllBytesAsync(target, cancellation);
            File.Delete(target);
            return (converted, image with { Converted = null });
        }
        catch (IOException full)
        {
            throw new StorageUnavailableException("The disk does not take the image; it may be full.", full);
        }
        finally
        {
            File.Delete(source);
        }
    }

    private CheckedImage Unconverted(MediaFacts facts, string? why) =>
        new(facts, [.. MediaChecks.Of(facts, assets.Value).Select(check => Explained(check, facts, why))], null);

    private Check Explained(Check check, MediaFacts facts, string? why) =>
        why is not null && check.Code is not null && ConversionRules.IsNeeded(facts, assets.Value)
            ? check with { Remediation = $"{check.Remediation} {why}" }
            : check;

    private ConversionOrder Order(string source, MediaFacts facts, string target) => new(source, facts.Format.ContentType!, target)
    {
        MostPixels = ImageChecks.MostPixels,
        Pixels = images.Value.Pixels,
        MostBytes = assets.Value.ImageBytes,
        MemoryBytes = images.Value.MemoryBytes,
        Seconds = (int)Math.Ceiling(images.Value.Timeout.TotalSeconds),
    };

    private static MediaFacts Read(string path)
    {
        using var file = File.OpenRead(path);
        return MediaReader.Read(file);
    }
}

/// <summary>A picture with its checks; when it was converted, as what it became.</summary>
/// <param name="Facts">What it is now.</param>
/// <param name="Checks">All that can be said.</param>
/// <param name="Converted">The file it became, which its user takes or deletes; null when it stayed what it was.</param>
internal sealed record CheckedImage(MediaFacts Facts, IReadOnlyList<Check> Checks, string? Converted);

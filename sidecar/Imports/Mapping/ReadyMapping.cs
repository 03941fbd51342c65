using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Connector.Http;
using Fluid;

namespace Connector.Imports.Mapping;

/// <summary>A mapping made ready for many rows: its templates are parsed, its rules compiled.</summary>
internal sealed class ReadyMapping(ImportMapping mapping)
{
    public ImportMapping Said => mapping;

    public ColumnRoles Roles { get; } = new(mapping.Columns);

    public BoardRules Boards { get; } = new(mapping.Boards ?? []);

    public SkipRules Skip { get; } = mapping.Skip ?? new SkipRules();

    public string Images { get; } = mapping.Images ?? ImageChoice.First;

    public TimeSpan BetweenImages { get; } = TimeSpan.FromDays(mapping.DaysBetweenImages ?? 7);

    public IFluidTemplate? Title { get; } = Parsed(mapping.Templates?.Title);

    public IFluidTemplate? Description { get; } = Parsed(mapping.Templates?.Description);

    public IFluidTemplate? AltText { get; } = Parsed(mapping.Templates?.AltText);

    public IFluidTemplate? Link { get; } = Parsed(mapping.Templates?.Link);

    /// <summary>What its templates are called; null without any.</summary>
    public string? TemplateName { get; } = NameOf(mapping.Templates);

    public static ReadyMapping Of(ImportRow row) => new(
        row.Format == ImportFormat.Sitemap ? WithPicturesOnly(Read(row.Mapping)) : Read(row.Mapping));

    public static ImportMapping Read(string json) => JsonSerializer.Deserialize<ImportMapping>(json, Json.Options)!;

    public static string Store(ImportMapping mapping) => JsonSerializer.Serialize(mapping, Json.Options);

    // A sitemap has every page of a site, and most of them have no picture.
    private static ImportMapping WithPicturesOnly(ImportMapping said) =>
        said with { Skip = (said.Skip ?? new SkipRules()) with { WithoutImage = true } };

    private static string? NameOf(ImportTemplates? texts)
    {
        if (texts is null or { Title: null, Description: null, AltText: null, Link: null }) return null;
        if (texts.Name is not null) return texts.Name;

        var all = Encoding.UTF8.GetBytes($"{texts.Title}\n{texts.Description}\n{texts.AltText}\n{texts.Link}");
        return $"texts-{Convert.ToHexStringLower(SHA256.HashData(all))[..6]}";
    }

    private static IFluidTemplate? Parsed(string? text) => text is null ? null : Templates.Parse(text, out _);
}

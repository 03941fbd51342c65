using Microsoft.Playwright;

namespace Connector.Tests.Browsing;

/// <summary>A width and a colour scheme in which a page is looked at.</summary>
/// <param name="Width">In CSS pixels.</param>
/// <param name="IsDark">Whether its reader prefers dark pages.</param>
public sealed record Look(int Width, bool IsDark)
{
    public static readonly Look Desk = new(1280, IsDark: false);

    public static readonly Look[] All = [Desk, new(1280, IsDark: true), new(390, IsDark: false), new(390, IsDark: true)];

    /// <summary>Colours do not depend on the width, nor places on the colours: two looks show both.</summary>
    public static readonly Look[] Judged = [All[0], All[^1]];

    internal int Height => Width < 600 ? 844 : 800;

    internal ColorScheme Scheme => IsDark ? ColorScheme.Dark : ColorScheme.Light;

    public override string ToString() => $"{Width}-{(IsDark ? "dark" : "light")}";

    internal BrowserNewContextOptions Context(Uri address, string? storage) => new()
    {
        BaseURL = address.ToString(),
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = Scheme,
        Locale = "en-GB",
        TimezoneId = "Europe/Berlin",
        StorageState = storage,
    };
}

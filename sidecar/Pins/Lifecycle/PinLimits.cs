namespace Connector.Pins.Lifecycle;

/// <summary>Numbers that bound a pin.</summary>
internal static class PinLimits
{
    /// <summary>How often a pin is sent when Pinterest refuses it for a passing reason.</summary>
    public const int Tries = 5;

    /// <summary>Pinterest's own limit for desktop uploads: https://help.pinterest.com/en/business/article/pinterest-product-specs</summary>
    public const int MaxImageBytes = 20 * 1024 * 1024;

    /// <summary>The largest image as base64, and room for the rest of the request.</summary>
    public const int MaxBodyBytes = MaxImageBytes / 3 * 4 + 64 * 1024;

    /// <summary>A hundred pins, some of them with images; more belong into assets.</summary>
    public const int MaxBatchBytes = 4 * MaxBodyBytes;
}

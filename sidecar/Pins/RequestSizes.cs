namespace Connector.Pins;

/// <summary>The largest request bodies that operations on pins accept.</summary>
internal static class RequestSizes
{
    /// <summary>Pinterest's own limit for desktop uploads: https://help.pinterest.com/en/business/article/pinterest-product-specs</summary>
    public const int MaxImageBytes = 20 * 1024 * 1024;

    /// <summary>The largest image as base64, and room for the rest of the request.</summary>
    public const int MaxBodyBytes = MaxImageBytes / 3 * 4 + 64 * 1024;

    /// <summary>A hundred pins, some of them with images; more images than that have to be given as assets.</summary>
    public const int MaxBatchBytes = 4 * MaxBodyBytes;
}

using System.Security.Cryptography;
using System.Text;
using Connector.Imports.Reading;

namespace Connector.Imports.Mapping;

/// <summary>Tells the pictures of a product apart in every import: by their addresses, because their places change.</summary>
internal static class PictureKeys
{
    private const int Digits = 12;

    // Shops write versions into the query, so it counts only where nothing else tells two pictures apart.
    public static List<string> Of(IReadOnlyList<ItemImage> images)
    {
        var times = images.CountBy(image => Bare(image.Url)).ToDictionary();
        return [.. images.Select(image => Hash(Bare(image.Url) is var bare && times[bare] == 1 ? bare : image.Url))];
    }

    private static string Bare(string url) => url.Split('?', '#')[0];

    private static string Hash(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..Digits];
}

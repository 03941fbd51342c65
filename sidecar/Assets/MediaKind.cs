namespace Connector.Assets;

/// <summary>The two things Pinterest publishes.</summary>
internal static class MediaKind
{
    public const string Image = "image";
    public const string Video = "video";
}

using FastEndpoints;

namespace Connector.Assets;

/// <summary>Where the operations on files are.</summary>
internal sealed class AssetRoutes : Group
{
    public AssetRoutes() => Configure("/v1/assets", assets => assets.Description(route => route.WithTags("Assets")));
}

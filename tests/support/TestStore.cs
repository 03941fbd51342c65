using Connector.Assets;

namespace Connector.Tests.Support;

/// <summary>The store that files are kept in: a folder, or a server that speaks S3 where CONNECTOR_TEST_STORE is s3.</summary>
internal static class TestStore
{
    public const string Variable = "CONNECTOR_TEST_STORE";

    /// <summary>The trait of tests that are about one store: those of the folder are left out where the others run on S3.</summary>
    public const string Store = "Store", Folder = AssetOptions.Folder;

    public static bool IsS3 => Environment.GetEnvironmentVariable(Variable) == AssetOptions.S3Store;

    /// <summary>The settings of a sidecar that has its data in the directory.</summary>
    public static IReadOnlyList<string> Settings(string directory) =>
        IsS3 ? S3Server.Instance.Settings(Path.GetFileName(directory)) : [];
}

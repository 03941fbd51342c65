namespace Connector.Webhooks;

/// <summary>Addresses of receivers as logs show them.</summary>
internal static class ReceiverAddress
{
    /// <summary>Without user name, password, query and fragment: they may hold tokens.</summary>
    public static string WithoutSecrets(string url)
    {
        var path = url.Split('?', '#')[0];
        return Uri.TryCreate(path, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0
            ? $"{uri.Scheme}://{uri.Authority}{uri.AbsolutePath}"
            : path;
    }
}

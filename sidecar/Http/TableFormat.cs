namespace Connector.Http;

/// <summary>How rows are written.</summary>
internal static class TableFormat
{
    public const string Json = "json";
    public const string Csv = "csv";
}

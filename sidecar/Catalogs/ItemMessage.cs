namespace Connector.Catalogs;

/// <summary>What is wrong with an item, or could be better.</summary>
public sealed record ItemMessage
{
    /// <summary>Pinterest's number of it; null where Pinterest did not say it.</summary>
    public int? Code { get; init; }
    /// <summary>The attribute that it is about, such as price.</summary>
    public string? Attribute { get; init; }
    public required string Message { get; init; }
}

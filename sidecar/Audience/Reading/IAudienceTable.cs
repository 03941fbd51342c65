namespace Connector.Audience.Reading;

/// <summary>What is answered as JSON, with the rows that are the lines of the CSV.</summary>
public interface IAudienceTable<TRow>
{
    IReadOnlyList<TRow> Items { get; }
}

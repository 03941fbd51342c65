using System.Text.Json;
using Connector.Pins;
using Connector.Pins.Rows;
using Connector.Storage;

namespace Connector.Tests.Pins.Rows;

public sealed class PinReaderTests
{
    [Fact]
    public void Every_column_goes_into_the_property_of_its_name()
    {
        var columns = PinReader.Columns.Split([',', '\n', ' '], StringSplitOptions.RemoveEmptyEntries);

        var row = PinReader.Read(new Named(columns));

        var properties = typeof(PinRow).GetProperties().Where(property => property.CanWrite).ToList();
        Assert.Equal(properties.Select(property => Column(property.Name)).Order(), columns.Order());
        foreach (var property in properties)
        {
            var column = Column(property.Name);
            object expected = property.GetValue(row) switch
            {
                string => column,
                long => (long)Array.IndexOf(columns, column),
                DateTimeOffset => DateTimeOffset.FromUnixTimeMilliseconds(Array.IndexOf(columns, column)),
                bool => false,
                var other => throw new InvalidOperationException($"{property.Name} is {other}."),
            };
            Assert.Equal((column, expected), (column, property.GetValue(row)));
        }
    }

    [Theory]
    [InlineData("link_marker")]
    [InlineData("needs_approval")]
    [InlineData("retryable")]
    public void A_yes_is_read_from_its_own_column(string name)
    {
        var columns = PinReader.Columns.Split([',', '\n', ' '], StringSplitOptions.RemoveEmptyEntries);

        var row = PinReader.Read(new Named(columns) { Yes = name });

        Assert.Equal(
            (name == "link_marker", name == "needs_approval", name == "retryable"),
            (row.LinkMarker, row.NeedsApproval, row.Retryable == true));
    }

    private static string Column(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    /// <summary>A row whose texts are the names of their columns and whose numbers are their places.</summary>
    private sealed class Named(string[] columns) : Statement
    {
        public string? Yes { get; init; }

        public override Statement Bind(string? value) => this;

        public override Statement Bind(long? value) => this;

        public override Statement Bind(byte[]? value) => this;

        public override int Run() => 0;

        public override string? Text(int column) => columns[column];

        public override long? Number(int column) => Yes is null ? column : columns[column] == Yes ? 1 : 0;

        public override void Dispose()
        {
        }

        internal override Statement Again() => this;

        protected override bool Next() => true;

        protected override void Reset()
        {
        }
    }
}

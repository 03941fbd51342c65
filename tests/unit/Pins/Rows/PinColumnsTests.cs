using Connector.Pins;
using Connector.Pins.Rows;
using Connector.Storage;

namespace Connector.Tests.Pins.Rows;

public sealed class PinColumnsTests
{
    // What is found out after a pin was accepted: only transitions write it.
    private static readonly string[] WrittenLater =
    [
        nameof(PinRow.MediaId), nameof(PinRow.AttemptCount), nameof(PinRow.AttemptId), nameof(PinRow.WaitUntil),
        nameof(PinRow.ErrorCode), nameof(PinRow.ErrorMessage), nameof(PinRow.ErrorRemediation), nameof(PinRow.Retryable),
        nameof(PinRow.PinterestPinId), nameof(PinRow.PublishedAt),
    ];

    [Fact]
    public void Every_field_of_a_pin_is_stored_when_it_is_accepted_or_written_by_a_transition()
    {
        var fields = typeof(PinRow).GetProperties().Where(field => field.CanWrite).Select(field => field.Name).Except(WrittenLater);

        Assert.Equal(fields.Order(), PinColumns.All.Select(column => FieldOf(column.Name)).Order());
    }

    [Fact]
    public void Every_column_takes_the_value_of_its_own_field()
    {
        foreach (var column in PinColumns.All)
        {
            var row = new PinRow { LinkMarker = false };
            var field = typeof(PinRow).GetProperty(FieldOf(column.Name))!;
            var before = Bound(column, row);
            field.SetValue(row, field.PropertyType switch
            {
                var type when type == typeof(string) => "changed",
                var type when type == typeof(bool) => true,
                var type when type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?) => DateTimeOffset.UnixEpoch,
                _ => 7L,
            });

            Assert.NotEqual(before, Bound(column, row));
        }
    }

    private static string FieldOf(string column) =>
        string.Concat(column.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static object? Bound(PinColumn column, PinRow row)
    {
        using var statement = new BoundValue();
        column.Bind(statement, row);
        return statement.Value;
    }

    /// <summary>Keeps what was bound last.</summary>
    private sealed class BoundValue : Statement
    {
        public object? Value { get; private set; }

        public override Statement Bind(string? value) => Keep(value);

        public override Statement Bind(long? value) => Keep(value);

        public override Statement Bind(byte[]? value) => Keep(value);

        public override int Run() => throw new NotSupportedException();

        public override string? Text(int column) => throw new NotSupportedException();

        public override long? Number(int column) => throw new NotSupportedException();

        public override void Dispose()
        {
        }

        internal override Statement Again() => this;

        protected override bool Next() => false;

        protected override void Reset()
        {
        }

        private BoundValue Keep(object? value)
        {
            Value = value;
            return this;
        }
    }
}

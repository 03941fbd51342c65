using System.Text;
using Connector.Imports;

namespace Connector.Tests.Imports;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\r\n1;2")]
    [InlineData("a\tb\n1\t2\n")]
    [InlineData("a|b\n\n\n1|2\n|\n")]
    [InlineData("\uFEFFa,b\n 1 ,\" 2 \"\n")]
    public void What_stands_between_columns_is_found(string text) =>
        Assert.Equal([["a", "b"], ["1", "2"]], Read(text).Select(line => line.Values));

    [Fact]
    public void A_line_has_the_number_that_an_editor_shows() =>
        Assert.Equal([1, 3, 5], Read("a,b\n\n\"x\ny\",1\n2,3\n").Select(line => line.Number));

    [Fact]
    public void A_quote_that_is_never_closed_hides_no_other_line()
    {
        var lines = Read("a,b\n1,\"2\n3,4\n5,6\n");

        Assert.Equal([null, "The row", null, null], lines.Select(line => line.Problem?[..7]));
        Assert.Equal(["3", "4"], lines[2].Values);
        Assert.Equal([1, 2, 3, 4], lines.Select(line => line.Number));
    }

    [Fact]
    public void A_line_that_is_too_large_is_the_last()
    {
        var lines = Read($"a,b\n1,2\n3,{new string('x', CsvTable.LargestLine * 2)}\n5,6\n");

        Assert.Equal(3, lines.Count);
        Assert.True(lines[2].IsLast);
        Assert.Contains("larger than 16 MB", lines[2].Problem, StringComparison.Ordinal);
    }

    private static List<CsvLine> Read(string text) =>
        [.. CsvTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), new UTF8Encoding(false))];
}

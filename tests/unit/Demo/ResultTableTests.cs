using Connector.Demo;

namespace Connector.Tests.Demo;

public sealed class ResultTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DemoLine Published = new(
        Row(2, "Lamp"), new DemoPin("pin_1", "published") { MediaType = "image", PinterestPinId = "813" });
    private static readonly DemoLine Refused = new(
        Row(3, "Rug"), Problem: "The image rug.png is not there; its path is taken from the folder of the CSV file.");

    [Fact]
    public void A_long_explanation_is_wrapped_under_itself()
    {
        var table = ResultTable.OfRows([Published, Refused], Now, width: 67);

        Assert.Equal(
            """
            Row  Title  Shows  Board  Status     Result
            ---  -----  -----  -----  ---------  ------------------------------
            2    Lamp   image  Home   published  Pinterest id 813
            3    Rug           Home   not sent   The image rug.png is not
                                                 there; its path is taken from
                                                 the folder of the CSV file.

            """.ReplaceLineEndings(),
            table);
    }

    [Fact]
    public void What_Pinterest_has_not_counted_yet_is_never_shown_as_zero()
    {
        var table = ResultTable.OfFigures([Published], [new DemoFigures("pin_1", 1234, 0, null, null)], width: 120);

        Assert.Contains("Lamp   1,234        0      not reported yet  not reported yet", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pin_without_figures_says_so()
    {
        Assert.Contains("Lamp   not reported yet", ResultTable.OfFigures([Published], [], width: 120), StringComparison.Ordinal);
    }

    private static CatalogRow Row(int number, string title) => new(number, title, "", "", "lamp.jpg", "Home");
}

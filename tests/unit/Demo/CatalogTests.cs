using System.Text;
using Connector.Demo;

namespace Connector.Tests.Demo;

public sealed class CatalogTests
{
    private const string Header = "title,description,link,image,board\n";

    [Fact]
    public void Columns_may_come_in_any_order_and_beside_others()
    {
        var row = Assert.Single(
            Read("Board,price,image,Title,link,description\nHome,9.90,lamp.jpg,Lamp,https://example.com/lamp,Warm light\n"));

        Assert.Equal(new CatalogRow(2, "Lamp", "Warm light", "https://example.com/lamp", "lamp.jpg", "Home"), row);
    }

    [Fact]
    public void Commas_quotes_and_line_breaks_in_quotes_belong_to_the_value()
    {
        var row = Assert.Single(Read(Header + "\"Mug, teal\",\"Says \"\"hello\"\"\nevery morning\",,mug.png,Kitchen\n"));

        Assert.Equal("Mug, teal", row.Title);
        Assert.Equal("Says \"hello\"\nevery morning", row.Description.ReplaceLineEndings("\n"));
        Assert.Null(row.Problem);
    }

    [Theory]
    [InlineData("title,description,link,image,board\r\nLamp,Warm,,lamp.jpg,Home\r\n")]
    [InlineData("\uFEFFtitle,description,link,image,board\nLamp,Warm,,lamp.jpg,Home")]
    [InlineData("\"title\",\"description\",\"link\",\"image\",\"board\"\n\"Lamp\",\"Warm\",\"\",\"lamp.jpg\",\"Home\"\n")]
    [InlineData("title;description;link;image;board\nLamp;Warm;;lamp.jpg;Home\n")]
    public void What_spreadsheets_write_is_read(string csv)
    {
        Assert.Equal([new CatalogRow(2, "Lamp", "Warm", "", "lamp.jpg", "Home")], Read(csv));
    }

    [Fact]
    public void Between_semicolons_a_comma_belongs_to_the_value_and_blank_lines_are_passed_over()
    {
        var row = Assert.Single(Read("\ntitle;description;link;image;board\n  \nLamp; Warm, soft ;;lamp.jpg;Home\n\n"));

        Assert.Equal(new CatalogRow(2, "Lamp", "Warm, soft", "", "lamp.jpg", "Home"), row);
    }

    [Fact]
    public void A_quote_that_is_never_closed_spoils_only_the_row_it_is_in()
    {
        var rows = Read($"{Header}Rug,,,rug.png,Home\n\"Mug,,,mug.png,Home\n");

        Assert.Null(rows[0].Problem);
        Assert.Contains("cannot be read", rows[1].Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lamp,Warm,,lamp.jpg,", "names no board")]
    [InlineData("Lamp,Warm,,,Home", "names no image")]
    [InlineData("Lamp", "names no board")]
    [InlineData("Lamp, warm and soft,Warm,,lamp.jpg,Home", "6 values for 5 columns")]
    [InlineData("\"Lamp\" of brass,Warm,,lamp.jpg,Home", "cannot be read")]
    public void A_row_that_cannot_become_a_pin_says_why_and_the_others_go_on(string bad, string why)
    {
        var rows = Read($"{Header}Rug,,,rug.png,Home\n{bad}\nMug,,,mug.png,Home\n");

        Assert.Equal([2, 3, 4], rows.Select(row => row.Number));
        Assert.Contains(why, rows[1].Problem, StringComparison.Ordinal);
        Assert.Equal(["Rug", "Mug"], rows.Where(row => row.Problem is null).Select(row => row.Title));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n\n", "is empty")]
    [InlineData("title,description,link,image,board\n", "no rows")]
    [InlineData("title,link,image\nLamp,,lamp.jpg\n", "no column description, board")]
    [InlineData("\"title,description\nLamp,Warm\n", "double quote is not closed")]
    public void A_file_that_is_no_catalogue_says_what_is_missing(string csv, string why)
    {
        Assert.Contains(why, Assert.Throws<CatalogException>(() => Read(csv)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_an_old_encoding_is_refused_rather_than_garbled()
    {
        var latin = Encoding.Latin1.GetBytes(Header + "Kissenbezüge,,,cushion.jpg,Home\n");

        Assert.Contains(
            "UTF-8", Assert.Throws<CatalogException>(() => Catalog.Read(new MemoryStream(latin))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/a.jpg", true)]
    [InlineData("HTTP://example.com/a.jpg", true)]
    [InlineData("images/https.jpg", false)]
    public void An_image_is_an_address_or_a_file(string image, bool isUrl)
    {
        Assert.Equal(isUrl, CatalogRow.IsUrl(image));
    }

    private static IReadOnlyList<CatalogRow> Read(string csv) => Catalog.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)));
}

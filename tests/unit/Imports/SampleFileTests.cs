using Connector.Imports;

namespace Connector.Tests.Imports;

/// <summary>Files of the shape that shops, blogs and spreadsheets write.</summary>
public sealed class SampleFileTests
{
    private static readonly ImportMapping Home = new() { Board = "Home", Images = "best" };

    [Theory]
    [InlineData("pinterest.csv", "pinterest_csv")]
    [InlineData("shopify.csv", "shopify_csv")]
    [InlineData("woocommerce.csv", "woocommerce_csv")]
    [InlineData("merchant.csv", "csv")]
    [InlineData("semicolon-windows1252.csv", "csv")]
    [InlineData("utf16.csv", "csv")]
    [InlineData("merchant.xml", "merchant_xml")]
    [InlineData("wordpress.rss.xml", "rss")]
    [InlineData("media.rss.xml", "rss")]
    [InlineData("atom.xml", "atom")]
    [InlineData("shopify-products.json", "shopify_json")]
    [InlineData("products.json", "json")]
    [InlineData("woocommerce-store.json", "json")]
    [InlineData("feed.json", "json")]
    [InlineData("products.ndjson", "ndjson")]
    public void The_kind_of_a_file_is_found(string name, string format) =>
        Assert.Equal(format, SampleFile.FormatOf(SampleFile.Bytes(name), name));

    // Columns: file, number of rows; then of its first row: key, title, description, link, picture.
    [Theory]
    [InlineData(
        "shopify.csv", 2, "linen-cushion", "Linen cushion", "Washed linen & a hidden zip.", null,
        "https://cdn.shopify.example/cushion-1.jpg")]
    [InlineData(
        "woocommerce.csv", 2, "woo-hoodie", "Hoodie", "A warm one.", "https://woo.example.com/hoodie",
        "https://woo.example.com/hoodie-2.jpg")]
    [InlineData(
        "merchant.csv", 2, "TV-1", "Oak side table", "Solid oak.", "https://shop.example.com/table", "https://cdn.example.com/table.jpg")]
    [InlineData("semicolon-windows1252.csv", 1, null, "Café-Lampe „Größe L“", null, null, "https://cdn.example.com/lampe.jpg")]
    [InlineData("utf16.csv", 1, null, "Lámpara", null, null, "https://cdn.example.com/l.jpg")]
    [InlineData(
        "merchant.xml", 1, "TV-1", "Oak side table", "Solid oak & oil.", "https://shop.example.com/table",
        "https://cdn.example.com/table.jpg")]
    [InlineData(
        "wordpress.rss.xml", 1, "https://blog.example.com/?p=123", "Five lamps for a small room – and why",
        "Light makes a room larger […]", "https://blog.example.com/five-lamps/", "https://blog.example.com/lamp-683x1024.jpg?a=1&b=2")]
    [InlineData("media.rss.xml", 2, "p-1", "Blue door", null, "https://photo.example.com/1", "https://photo.example.com/1.jpg")]
    [InlineData(
        "atom.xml", 1, "tag:journal.example.com,2026:1", "Bread & butter", "How we bake.", "https://journal.example.com/bread",
        "https://cdn.example.com/bread.jpg")]
    [InlineData(
        "shopify-products.json", 1, "6012345", "Linen cushion", "Washed linen.", "https://acme.example/products/linen-cushion",
        "https://cdn.shopify.example/2.jpg")]
    [InlineData(
        "woocommerce-store.json", 4, "OC-1", "Oak & brass clock", "Quiet, and easy to read.",
        "https://shop.example.com/product/oak-clock/", "https://shop.example.com/wp-content/uploads/oak-clock.jpg")]
    [InlineData("products.json", 2, "A-1", "Paper lamp", null, "https://shop.example.com/a1", "https://cdn.example.com/a1.jpg")]
    [InlineData("feed.json", 1, "j1", "A post", "Text", "https://feed.example.com/1", "https://feed.example.com/1.jpg")]
    [InlineData("products.ndjson", 3, "n1", "One", null, null, "https://cdn.example.com/1.jpg")]
    public async Task A_row_is_read_by_what_it_means(
        string name, int rows, string? key, string? title, string? description, string? link, string? image)
    {
        var source = name == "shopify-products.json" ? "https://acme.example/products.json" : null;
        var plans = await SampleFile.PlansAsync(name, Home, source);

        Assert.Equal(rows, plans.Count);
        Assert.Equal((key, null, null), (plans[0].Key, plans[0].Problem, plans[0].Skipped));
        var pin = plans[0].Pins.Single();
        Assert.Equal((title, description, link, image), (pin.Title, pin.Description, pin.LinkUrl, pin.ImageUrl));
    }

    [Fact]
    public async Task Pinterests_own_columns_say_board_time_and_cover()
    {
        var plans = await SampleFile.PlansAsync("pinterest.csv", new ImportMapping());

        var (picture, film) = (plans[0].Pins.Single(), plans[1].Pins.Single());
        Assert.Equal(("Home decor", "2027-03-01T09:30:00Z"), (picture.Board, $"{picture.PublishAt:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
        Assert.Equal(
            ("https://cdn.example.com/shelf.mp4", "https://cdn.example.com/shelf.jpg", "Home decor/DIY"),
            (film.VideoUrl, film.CoverImageUrl, film.Board));
    }

    [Fact]
    public async Task Several_lines_of_a_product_are_one_row_with_all_its_pictures()
    {
        var plans = await SampleFile.PlansAsync("shopify.csv", new ImportMapping { Board = "Home", Images = "carousel" });

        Assert.Equal(
            [.. "123".Select(place => $"https://cdn.shopify.example/cushion-{place}.jpg")],
            plans[0].Pins.Single().Carousel!.Select(slide => slide.ImageUrl));
        Assert.Equal("It is not published in the shop.", plans[1].Skipped);
    }

    [Theory]
    [InlineData("products.json", "image", "https://cdn.example.com/a1.jpg")]
    [InlineData("shopify.csv", "Image Src", "https://cdn.shopify.example/cushion-1.jpg")]
    [InlineData("shopify.csv", "no such column", "https://cdn.shopify.example/cushion-1.jpg")]
    [InlineData("atom.xml", "id", "tag:journal.example.com,2026:1")]
    public async Task The_column_that_the_map_names_has_the_picture(string name, string column, string image)
    {
        var mapping = new ImportMapping { Board = "Home", Columns = new Dictionary<string, string> { ["image"] = column } };

        Assert.Equal(image, (await SampleFile.PlansAsync(name, mapping))[0].Pins.Single().ImageUrl);
    }

    [Theory]
    [InlineData("woocommerce.csv", 1)]
    [InlineData("merchant.csv", 1)]
    [InlineData("products.json", 1)]
    public async Task What_is_sold_out_is_left_out(string name, int row) =>
        Assert.Equal("It is out of stock.", (await SampleFile.PlansAsync(name, Home))[row].Skipped);

    [Fact]
    public async Task A_line_that_is_no_JSON_stops_no_other()
    {
        var plans = await SampleFile.PlansAsync("products.ndjson", Home);

        Assert.Equal([null, "The line is not a JSON object.", null], plans.Select(plan => plan.Problem));
    }
}

using Connector.Imports;
using Connector.Imports.Mapping;
using Connector.Imports.Reading;

namespace Connector.Tests.Imports;

public sealed class RowPlannerTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Lamps", "", "20", "Lighting")]
    [InlineData("Home > lamps", "", "20", "Lighting")]
    [InlineData("", "gift", "20", "Gifts / Under 50")]
    [InlineData("", "gift", "60", "Other")]
    [InlineData("", "", "60", "Other")]
    public void The_first_rule_that_fits_gives_the_board(string category, string tags, string price, string board)
    {
        var mapping = new ImportMapping
        {
            Board = "Other",
            Boards =
            [
                new BoardRule { Category = "Lamps", Board = "Lighting" },
                new BoardRule { Tag = "Gift", PriceTo = 50, Board = "Gifts", Section = "Under 50" },
                new BoardRule { Field = "vendor", Matches = "^acme$", Board = "Acme" },
            ],
        };

        Assert.Equal(board, Plan(mapping, ("category", category), ("tags", tags), ("price", price)).Pins.Single().Board);
        Assert.Equal("Acme", Plan(mapping, ("vendor", "ACME")).Pins.Single().Board);
        Assert.Equal("Own / S", Plan(mapping, ("vendor", "ACME"), ("board", "Own"), ("section", "S")).Pins.Single().Board);
    }

    [Theory]
    [InlineData("availability", "out of stock", "out of stock")]
    [InlineData("In stock?", "0", "out of stock")]
    [InlineData("status", "draft", "not published")]
    [InlineData("published", "-1", "not published")]
    [InlineData("Visibility in catalog", "hidden", "not published")]
    public void What_the_rules_leave_out_says_why(string column, string value, string because)
    {
        Assert.Contains(because, Plan(new ImportMapping { Board = "B" }, (column, value)).Skipped, StringComparison.Ordinal);
        var all = new ImportMapping { Board = "B", Skip = new SkipRules { OutOfStock = false, Unpublished = false } };
        Assert.Single(Plan(all, (column, value)).Pins);
    }

    [Theory]
    [InlineData("true", "draft", false)]
    [InlineData("true", "archived", false)]
    [InlineData("false", "active", false)]
    [InlineData("true", "active", true)]
    public void A_product_is_published_when_all_its_columns_say_so(string published, string status, bool isTaken) =>
        Assert.Equal(isTaken, Plan(new() { Board = "B" }, ("Published", published), ("Status", status)).Skipped is null);

    [Fact]
    public void Each_picture_can_become_a_pin_over_time()
    {
        var mapping = new ImportMapping { Board = "B", Images = "each", DaysBetweenImages = 10 };
        var plan = Plan(mapping, ("sku", "1"), ("images", "https://e.com/a.jpg, https://e.com/b.jpg,https://e.com/c.jpg"));

        Assert.Equal(3, plan.Pins.Select(pin => pin.IdempotencyKey).Distinct().Count());
        Assert.All(plan.Pins, pin => Assert.Matches("^import:1#[0-9a-f]{12}$", pin.IdempotencyKey));
        Assert.Equal([null, Now.AddDays(10), Now.AddDays(20)], plan.Pins.Select(pin => pin.PublishAt));
    }

    [Fact]
    public void A_picture_keeps_its_key_wherever_it_stands()
    {
        Assert.Equal(
            Keys("https://e.com/a.jpg?v=1|https://e.com/b.jpg"),
            Keys("https://e.com/new.jpg|https://e.com/a.jpg?v=2|https://e.com/b.jpg")[1..]);
        Assert.Equal(2, Keys("https://e.com/p?id=1|https://e.com/p?id=2").Distinct().Count());

        static List<string?> Keys(string images) =>
            [.. Plan(new() { Board = "B", Images = "each" }, ("sku", "1"), ("images", images)).Pins.Select(pin => pin.IdempotencyKey)];
    }

    [Theory]
    [InlineData("0:05", 5)]
    [InlineData("01:10", 70)]
    [InlineData("0:01:10", 70)]
    public void The_cover_of_a_video_can_be_a_time_of_it(string thumbnail, int second)
    {
        var pin = Plan(new() { Board = "B" }, ("Video", "https://e.com/a.mp4"), ("Thumbnail", thumbnail)).Pins.Single();

        Assert.Equal((null, second), (pin.CoverImageUrl, pin.CoverTimeSeconds));
    }

    [Fact]
    public void The_best_picture_is_the_nearest_to_2_to_3()
    {
        const string Images = "https://e.com/a-800x800.jpg|https://e.com/b-800x1200.jpg|https://e.com/c.jpg";

        Assert.Equal("https://e.com/b-800x1200.jpg", Plan(new() { Board = "B", Images = "best" }, ("image", Images)).Pins[0].ImageUrl);
        Assert.Equal(3, Plan(new() { Board = "B", Images = "carousel" }, ("image", Images)).Pins[0].Carousel!.Count);
        Assert.Contains(
            "narrower",
            Plan(new() { Board = "B", Skip = new() { NarrowerThan = 900 } }, ("image", "https://e.com/a-800x800.jpg")).Skipped,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_are_cut_to_what_Pinterest_takes()
    {
        var pin = Plan(new ImportMapping { Board = "B" }, ("title", string.Join(' ', Enumerable.Repeat("lamp", 50)))).Pins.Single();

        Assert.InRange(pin.Title!.Length, 90, 100);
        Assert.EndsWith("lamp…", pin.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-01", "2027-03-01T00:00:00Z")]
    [InlineData("2027-03-01 09:30", "2027-03-01T09:30:00Z")]
    [InlineData("2027-03-01T09:30:00+02:00", "2027-03-01T07:30:00Z")]
    public void A_time_is_read(string text, string time) => Assert.Equal(
        DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture),
        Plan(new ImportMapping { Board = "B" }, ("Publish date", text)).Pins.Single().PublishAt);

    [Fact]
    public void A_row_can_say_the_day_that_its_pins_are_for()
    {
        var mapping = new ImportMapping { Board = "B", Images = "each" };
        (string, string)[] row = [("event_date", "2027-12-25"), ("lead_days", "60"), ("images", "https://e.com/a.jpg|https://e.com/b.jpg")];

        Assert.All(
            Plan(mapping, row).Pins,
            pin => Assert.Equal((new DateOnly(2027, 12, 25), 60, null), (pin.EventDate, pin.LeadDays, pin.PublishAt)));
        Assert.Contains("soon", Plan(mapping, ("event_date", "soon")).Problem, StringComparison.Ordinal);
        Assert.Contains("many", Plan(mapping, ("lead_days", "many")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_cannot_be_read_is_said() =>
        Assert.Contains("next week", Plan(new() { Board = "B" }, ("publish_at", "next week")).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_row_without_a_key_has_one_of_its_link_and_picture()
    {
        var one = Plan(new ImportMapping { Board = "B" }, ("title", "A")).Pins.Single().IdempotencyKey;
        var other = Plan(new ImportMapping { Board = "B" }, ("title", "B")).Pins.Single().IdempotencyKey;
        var third = Plan(new ImportMapping { Board = "B" }, ("image", "https://e.com/other.jpg")).Pins.Single().IdempotencyKey;

        Assert.Equal(one, other);
        Assert.NotEqual(one, third);
    }

    private static RowPlan Plan(ImportMapping mapping, params (string Column, string Value)[] columns)
    {
        var fields = columns.Where(each => each.Value.Length > 0)
            .ToDictionary(each => ColumnNames.Plain(each.Column), each => each.Value);
        fields.TryAdd("image", "https://e.com/lamp.jpg");
        if (fields.ContainsKey("images")) fields.Remove("image");
        MappingCheck.Ensure(mapping);
        var row = new ImportRow { Id = "imp_1", AccountId = "acc_1", CreatedAt = Now };
        return new RowPlanner(row, new ReadyMapping(mapping), TimeZoneInfo.Utc).Of(new ImportItem(2, fields));
    }
}

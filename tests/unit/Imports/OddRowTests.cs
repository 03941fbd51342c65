using System.Text;
using Connector.Imports;
using Connector.Imports.Mapping;
using Connector.Imports.Reading;

namespace Connector.Tests.Imports;

/// <summary>Rows that nobody thought of: each fails for itself.</summary>
public sealed class OddRowTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_filter_may_make_a_part_of_a_link()
    {
        var mapping = new ImportMapping
        {
            Board = "B",
            Templates = new ImportTemplates { Link = "https://e.com/{{ title | handleize }}" },
        };

        Assert.Equal("https://e.com/lamp", Plan(mapping, ("title", "Lamp")).Pins.Single().LinkUrl);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    public void A_time_at_the_end_of_all_times_is_said_of_the_row(string time)
    {
        var mapping = new ImportMapping { Board = "B", Images = "each" };
        var plan = Plan(mapping, ("publish_at", time), ("images", "https://e.com/a.jpg, https://e.com/b.jpg"));

        Assert.Contains("cannot be read", plan.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_breaks_the_reading_itself_is_a_wrong_row()
    {
        var planner = new RowPlanner(
            new ImportRow { SourceUrl = "no address" }, new ReadyMapping(new ImportMapping { Board = "B" }), TimeZoneInfo.Utc);
        var item = new ImportItem(7, new Dictionary<string, string> { ["link"] = "/a" });

        Assert.Equal((7, true), (planner.Of(item).Row, planner.Of(item).Problem is not null));
    }

    [Fact]
    public void A_size_in_a_name_has_digits_of_ours() => Assert.Equal(
        "https://e.com/a-\u0662\u0662x\u0663\u0663.jpg",
        Plan(new ImportMapping { Board = "B", Images = "best" }, ("image", "https://e.com/a-\u0662\u0662x\u0663\u0663.jpg"))
            .Pins.Single().ImageUrl);

    [Fact]
    public void Half_of_a_character_is_replaced_wherever_it_goes()
    {
        var plan = Plan(new ImportMapping { Board = "B" }, ("sku", "1\ud83d"), ("title", "A\ude00 lamp \ud83d\ude00"));

        Assert.Equal("1\uFFFD", plan.Key);
        Assert.Equal(("A\uFFFD lamp \ud83d\ude00", "import:1\uFFFD"), (plan.Pins[0].Title, plan.Pins[0].IdempotencyKey));
    }

    [Fact]
    public async Task Half_of_a_character_in_JSON_makes_its_row_unreadable()
    {
        const string Lines = "{\"title\":\"\\ud83d\"}\n{\"\\ud83d\":\"A\"}\n{\"title\":\"B\"}\n";
        var items = await SampleFile.ItemsAsync(Encoding.UTF8.GetBytes(Lines), "rows.ndjson");

        Assert.Equal([true, true, false], items.Select(item => item.Problem?.Contains("half of a character") == true));
    }

    private static RowPlan Plan(ImportMapping mapping, params (string Column, string Value)[] columns)
    {
        var fields = columns.ToDictionary(each => each.Column, each => each.Value);
        if (!fields.ContainsKey("images")) fields.TryAdd("image", "https://e.com/lamp.jpg");
        var row = new ImportRow { Id = "imp_1", AccountId = "acc_1", CreatedAt = Now };
        return new RowPlanner(row, new ReadyMapping(mapping), TimeZoneInfo.Utc).Of(new ImportItem(2, fields));
    }
}

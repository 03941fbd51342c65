using Connector.Imports;
using Connector.Sources.Deciding;

namespace Connector.Tests.Sources;

public sealed class ItemChangeTests
{
    private static readonly ImportedPin Lamp =
        new() { Board = "B", Title = "Lamp", LinkUrl = "https://e.com/l", ImageUrl = "https://e.com/l.jpg" };

    [Fact]
    public void Only_what_the_item_says_otherwise_is_changed()
    {
        var (edit, keepsMedia) = ItemChange.Of(Lamp, Lamp with { Title = "Oak lamp", LinkUrl = null }, awaitsApproval: true);

        Assert.Equal(("Oak lamp", null, true, false), (edit!.Title, edit.LinkUrl, edit.AwaitsApproval, keepsMedia));
        Assert.Null(edit.ImageUrl);
        Assert.Null(edit.Board);
        Assert.Empty(edit.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(edit)));
    }

    [Fact]
    public void The_day_of_its_event_and_its_lead_days_change_and_are_cleared()
    {
        var xmas = Lamp with { EventDate = new DateOnly(2026, 12, 25), LeadDays = 60 };

        var moved = ItemChange.Of(xmas, xmas with { EventDate = new DateOnly(2027, 2, 14), LeadDays = null }, true).Edit!;
        Assert.Equal((new DateOnly(2027, 2, 14), null), (moved.EventDate, moved.LeadDays));
        Assert.NotNull(ItemChange.Of(Lamp, xmas, true).Edit);
        Assert.NotNull(ItemChange.Of(xmas, Lamp, true).Edit);
    }

    [Fact]
    public void A_picture_replaces_a_picture_and_nothing_else_is_replaced()
    {
        var other = ItemChange.Of(Lamp, Lamp with { ImageUrl = "https://e.com/2.jpg" }, true);
        Assert.Equal(("https://e.com/2.jpg", false), (other.Edit!.ImageUrl, other.KeepsMedia));

        var carousel = Lamp with { ImageUrl = null, Carousel = ["https://e.com/1.jpg", "https://e.com/2.jpg"] };
        Assert.Equal((null, true), ItemChange.Of(Lamp, carousel, true));
        Assert.Equal((null, true), ItemChange.Of(carousel, carousel with { Carousel = ["https://e.com/1.jpg"] }, true));
        Assert.Equal((null, false), ItemChange.Of(carousel, carousel with { Carousel = [.. carousel.Carousel!] }, true));
    }
}

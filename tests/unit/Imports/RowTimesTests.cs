using System.Globalization;
using Connector.Imports.Mapping;

namespace Connector.Tests.Imports;

public sealed class RowTimesTests
{
    [Theory]
    [InlineData("2027-03-01", "2027-02-28T23:00:00Z")]
    [InlineData("2027-03-01 09:30", "2027-03-01T08:30:00Z")]
    [InlineData("2027-07-01T09:30:00", "2027-07-01T07:30:00Z")]
    [InlineData("2027-03-01T09:30:00Z", "2027-03-01T09:30:00Z")]
    [InlineData("2027-03-01T09:30:00-05:00", "2027-03-01T14:30:00Z")]
    public void A_time_without_an_offset_is_that_of_the_accounts_zone(string text, string time) => Assert.Equal(
        DateTimeOffset.Parse(time, CultureInfo.InvariantCulture),
        RowTimes.Time(text, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));
}

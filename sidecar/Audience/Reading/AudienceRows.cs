using Connector.Pinterest;

namespace Connector.Audience.Reading;

/// <summary>Flattens what Pinterest says of an audience.</summary>
internal static class AudienceRows
{
    public static IReadOnlyList<AudienceRow> Of(AudienceInsights answer)
    {
        var people = answer.Demographics ?? new AudienceDemographics();
        return
        [
            .. Interests(answer.Categories), .. Rows("age", people.Ages), .. Rows("gender", people.Genders),
            .. Rows("country", people.Countries), .. Rows("metro", people.Metros), .. Rows("device", people.Devices),
        ];
    }

    private static IEnumerable<AudienceRow> Interests(IEnumerable<AudienceShare?> categories) => categories
        .OfType<AudienceShare>()
        .SelectMany(category => Rows("interest", [category]).Concat(Rows("interest", category.Subcategories, category.Key)));

    private static IEnumerable<AudienceRow> Rows(string group, IEnumerable<AudienceShare?> shares, string? within = null) =>
        shares.OfType<AudienceShare>().Select(share => new AudienceRow
        {
            Group = group,
            Key = share.Key,
            Name = share.Name,
            Within = within,
            Ratio = share.Ratio,
            Index = share.Index,
        });
}

namespace Connector.Pinterest;

/// <summary>What Pinterest takes and answers where trends are asked for, as its description lists it.</summary>
internal static class TrendValues
{
    public static readonly IReadOnlyList<string> Regions =
    [
        "US", "CA", "DE", "FR", "ES", "IT", "DE+AT+CH", "GB+IE", "IT+ES+PT+GR+MT", "PL+RO+HU+SK+CZ", "SE+DK+FI+NO", "NL+BE+LU", "AR", "BR",
        "CO", "MX", "MX+AR+CO+CL", "AU+NZ",
    ];

    public static readonly IReadOnlyList<string> Types = ["growing", "monthly", "yearly", "seasonal"];

    public static readonly IReadOnlyList<string> Interests =
    [
        "animals", "architecture", "art", "beauty", "childrens_fashion", "design", "diy_and_crafts", "education", "electronics",
        "entertainment", "event_planning", "finance", "food_and_drinks", "gardening", "health", "home_decor", "mens_fashion", "parenting",
        "quotes", "sport", "travel", "vehicles", "wedding", "womens_fashion",
    ];

    public static readonly IReadOnlyList<string> Genders = ["female", "male", "unknown"];

    public static readonly IReadOnlyList<string> Ages = ["18-24", "25-34", "35-44", "45-49", "50-54", "55-64", "65+"];

    /// <summary>Where topics and categories of products are known.</summary>
    public static readonly IReadOnlyList<string> TopicRegions = ["US", "GB+IE", "CA"];

    public static readonly IReadOnlyList<string> TopicInterests =
    [
        "ALL", "ANIMALS", "ARCHITECTURE", "ART", "BEAUTY", "DIY_AND_CRAFTS", "EDUCATION", "EVENT_PLANNING", "FASHION", "FOOD_AND_DRINKS",
        "GARDENING", "HEALTH", "HOME_DECOR", "PARENTING", "TRAVEL", "WEDDING",
    ];

    public static readonly IReadOnlyList<string> Verticals = ["FASHION", "HOME_DECOR", "BEAUTY"];

    /// <summary>Of shoppers; trending keywords have other words.</summary>
    public static readonly IReadOnlyList<string> ShopperGenders = ["MALE", "FEMALE", "UNSPECIFIED"];

    public static readonly IReadOnlyList<string> EngagementTypes = ["ENGAGEMENT", "OUTBOUND_CLICK", "SAVE"];

    public static readonly IReadOnlyList<string> AudienceTypes =
        ["YOUR_TOTAL_AUDIENCE", "YOUR_ENGAGED_AUDIENCE", "PINTEREST_TOTAL_AUDIENCE"];
}

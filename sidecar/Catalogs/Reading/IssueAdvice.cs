namespace Connector.Catalogs.Reading;

/// <summary>What to do about what Pinterest finds wrong in a feed. The first rule that fits decides.</summary>
internal static class IssueAdvice
{
    private const string Unknown =
        "Correct what the code names in the file; Catalogs in Pinterest's business hub explains it, and the next processing reads it.";

    private static readonly (string Begins, string Ends, string Advice)[] Rules =
    [
        // Of the whole file.
        ("FETCH_INACTIVE_FEED_ERROR", "", "Change the file: Pinterest stops reading one that has not changed for 90 days."),
        ("FETCH_SAME_SIGNATURE", "", "Nothing: the file is the same as the last time."),
        ("FETCH_GOOGLE_SHEET", "", "Share the Google Sheet with anyone who has the link, as a viewer."),
        ("FETCH_ERROR", "", "Check that location opens without a login, or with the feed's credentials, from anywhere on the internet."),
        ("DELIMITER_ERROR", "", "Use one delimiter, tabs for TSV and commas for CSV, and quotes around texts that contain it."),
        ("ENCODING_ERROR", "", "Save the file as UTF-8."),
        ("MALFORMED_XML", "", "Check the file with an XML validator, and escape &, < and >."),
        ("PARSE_LINE_ERROR", "", "Correct the lines that are not formed like the first one; quotes are most often the cause."),
        ("REQUIRED_COLUMNS_MISSING", "", "Add the columns id, title, description, link, image_link, price and availability."),
        ("DUPLICATE_HEADERS", "", "Give each column a name of its own."),
        ("FEED_TOO_SMALL", "", "Put at least one product below the line of column names."),
        ("FEED_LENGTH_TOO_LONG", "", "Split the products into several feeds."),
        ("LARGE_PRODUCT_COUNT_DECREASE", "", "Check that the shop exported all products; nearly all are missing since the last time."),
        ("INDEXED_PRODUCT_COUNT_LARGE_DELTA", "", "Check that the number of products in the file is what you expect."),
        // Of the account.
        ("NO_VERIFIED_DOMAIN", "", "Claim the shop's website: POST /v1/accounts/{id}/websites."),
        ("INVALID_DOMAIN", "", "Link to the website that the account has claimed, or claim that of the links."),
        ("ACCOUNT_FLAGGED", "", "See Pinterest's business hub: the account does not keep to a policy, and nothing is taken until then."),
        ("BLOCKLISTED_IMAGE_SIGNATURE", "", "Leave the product out: its image does not keep to Pinterest's merchant guidelines."),
        ("PINJOIN_CONTENT_UNSAFE", "", "Leave the product out: it does not keep to Pinterest's merchant guidelines."),
        // Of items.
        ("DUPLICATE_PRODUCTS", "", "Give each product an id of its own, once in the file."),
        ("MAX_ITEMS_PER_ITEM_GROUP_EXCEEDED", "", "Split the item group: it has more variants than Pinterest takes."),
        ("PRICE_CANNOT_BE_DETERMINED", "", "Write prices as a number and a currency, such as 19.99 USD."),
        ("SALES_PRICE_TOO", "", "Check sale_price: it must be lower than price, and not by nearly all of it."),
        ("", "PRICE_INVALID", "Write prices as a number and a currency, such as 19.99 USD; a sale_price must be lower than price."),
        ("COUNTRY_DOES_NOT_MAP_TO_CURRENCY", "", "Use the currency of the country in which it is sold."),
        ("INCONSISTENT_CURRENCY_VALUES", "", "Use one currency for all prices of an item."),
        ("", "INTERNAL_ERROR", "Nothing: it is a fault on Pinterest's side, and is tried again within a day."),
        ("INTERNAL_SERVICE_ERROR", "", "Nothing: it is a fault on Pinterest's side, and is tried again within a day."),
        ("ITEM_MAIN_IMAGE_DOWNLOAD_FAILURE", "", "Check that image_link opens a picture without a login."),
        ("ITEM_ADDITIONAL_IMAGE_DOWNLOAD_FAILURE", "", "Check that each additional_image_link opens a picture without a login."),
        ("IMAGE_LINK_INVALID", "", "Write image_link as a complete https address of a JPEG or PNG picture."),
        ("", "_FILE_NOT_FOUND", "Check that the address opens a file of that kind without a login."),
        ("", "_FILE_NOT_ACCESSIBLE", "Check that the address opens a file of that kind without a login."),
        ("AD_IMAGE_DOWNLOAD", "", "Check that the address of the ad's image opens a picture without a login."),
        ("AD_VIDEO_DOWNLOAD", "", "Check that the address of the ad's video opens a video without a login."),
        ("UTM_SOURCE_AUTO_CORRECTED", "", "Nothing: Pinterest has corrected utm_source in the link."),
        ("AVAILABILITY_INVALID", "", "Write availability as in stock, out of stock or preorder."),
        ("GTIN_INVALID", "", "Write the whole GTIN, 8 to 14 digits, or leave it empty."),
        ("LINK_FORMAT", "", "Write link as a complete https address, with well-formed utm parameters."),
        ("", "_LENGTH_TOO_LONG", "Shorten {0}."),
        ("", "_MISSING", "Give each product {0}."),
        ("", "_REQUIRED", "Fill in {0} as well."),
        ("", "_DUPLICATED", "Make {0} different from the others."),
        ("", "_INVALID", "Write {0} in the form that Pinterest's feed specification has."),
        ("", "_WARNING", "Check the form of {0}; it is left out as it is."),
    ];

    public static string Of(string code)
    {
        foreach (var (begins, ends, advice) in Rules)
        {
            if (!code.StartsWith(begins, StringComparison.Ordinal) || !code.EndsWith(ends, StringComparison.Ordinal)) continue;
            return ends.Length == 0
                ? advice
                : advice.Replace("{0}", NameOf(code[..^ends.Length]), StringComparison.Ordinal);
        }

        return Unknown;
    }

    private static string NameOf(string code) => code switch
    {
        "ITEMID" => "id",
        "PRODUCT_LINK" => "link",
        "OPTIONAL_PRODUCT_CATEGORY" => "google_product_category",
        _ => code.Replace("OPTIONAL_", "", StringComparison.Ordinal).ToLowerInvariant(),
    };
}

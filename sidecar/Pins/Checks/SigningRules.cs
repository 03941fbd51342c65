using System.Text.RegularExpressions;

namespace Connector.Pins.Checks;

/// <summary>
/// What only signs an address, and is another each time it is signed; the n8n node has the same rules, and
/// tests/shared/signed-addresses.json holds both to it.
/// </summary>
internal static partial class SigningRules
{
    private static readonly string[] Azure =
    [
        "se", "sig", "sp", "sv", "st", "spr", "sr", "sip", "si", "ss", "srt", "skoid", "sktid", "skt", "ske", "sks", "skv", "saoid",
        "suoid", "scid", "sdd", "ses",
    ];

    /// <summary>In queries. Names are in small letters; one that ends in a star begins so.</summary>
    public static readonly QuerySigning[] Queries =
    [
        // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html : S3, R2, Spaces, B2 and others.
        new("x-amz-*") { End = query => SigningTimes.Span(query["x-amz-date"], query["x-amz-expires"]) },
        // https://cloud.google.com/storage/docs/authentication/signatures
        new("x-goog-*") { End = query => SigningTimes.Span(query["x-goog-date"], query["x-goog-expires"]) },
        // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html, and the older form of S3,
        // Google and OSS.
        new("signature", "expires", "policy", "key-pair-id", "awsaccesskeyid", "googleaccessid", "ossaccesskeyid")
        {
            With = ["signature"],
            End = query => SigningTimes.Epoch(query["expires"]) ?? SigningTimes.Policy(query["policy"]),
        },
        // https://learn.microsoft.com/rest/api/storageservices/create-service-sas : the end itself, or a policy that is kept there.
        new(Azure) { With = ["sig", "se"], End = query => SigningTimes.Iso8601(query["se"]) },
        new(Azure) { With = ["sig", "si"] },
        // Supabase and others: https://www.rfc-editor.org/rfc/rfc7519
        new("token") { Value = JsonWebToken(), End = query => SigningTimes.OfToken(query["token"]) },
        new("token", "expires") { With = ["token", "expires"], End = query => SigningTimes.Epoch(query["expires"]) },
        // https://www.backblaze.com/apidocs/b2-get-download-authorization
        new("authorization") { End = query => SigningTimes.Backblaze(query["authorization"]) },
        new("ex", "is", "hm") { Domains = ["discordapp.com", "discordapp.net"], End = query => SigningTimes.Hex(query["ex"]) },
        new("oe", "oh", "edm", "ccb", "efg", "ig_cache_key", "_nc_*")
        {
            Domains = ["cdninstagram.com", "fbcdn.net"], End = query => SigningTimes.Hex(query["oe"]),
        },
        new("ext", "hash", "oe", "oh", "ccb", "_nc_*")
        {
            Domains = ["fbsbx.com"], End = query => SigningTimes.Epoch(query["ext"]) ?? SigningTimes.Hex(query["oe"]),
        },
        new("confirm", "uuid", "at") { Domains = ["drive.google.com", "drive.usercontent.google.com"] },
        new("uuid") { Domains = ["googleusercontent.com"] },
        new("tempauth") { Domains = ["sharepoint.com"] },
    ];

    /// <summary>In paths.</summary>
    public static readonly PathSigning[] Paths =
    [
        new("airtableusercontent.com", AnyHost(), Airtable()) { NamesTheFile = false, End = path => SigningTimes.Milliseconds(path[..13]) },
        new("googleusercontent.com", DriveDownload(), DrivePath()),
        new("googleusercontent.com", DriveThumbnail(), ThumbnailPath()) { NamesTheFile = false },
    ];

    [GeneratedRegex("^eyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*$")]
    private static partial Regex JsonWebToken();

    [GeneratedRegex("")]
    private static partial Regex AnyHost();

    [GeneratedRegex("(?<=^/v[0-9]+/(u/)?[0-9]+/[0-9]+/)[0-9]{13}/.*$")]
    private static partial Regex Airtable();

    [GeneratedRegex("^doc-[a-z0-9_-]+\\.googleusercontent\\.com$")]
    private static partial Regex DriveDownload();

    [GeneratedRegex("(?<=^/docs/securesc/)[^/]+/[^/]+/[0-9]{13}/")]
    private static partial Regex DrivePath();

    [GeneratedRegex("^lh[0-9]+\\.googleusercontent\\.com$")]
    private static partial Regex DriveThumbnail();

    [GeneratedRegex("(?<=^/drive-storage/).+$")]
    private static partial Regex ThumbnailPath();
}

/// <summary>Parameters of a query that sign it.</summary>
internal sealed record QuerySigning(params string[] Signs)
{
    /// <summary>Only at these hosts and below them; anywhere when there are none.</summary>
    public string[] Domains { get; init; } = [];

    /// <summary>Only where these parameters are.</summary>
    public string[] With { get; init; } = [];

    /// <summary>Only where the value looks so.</summary>
    public Regex? Value { get; init; }

    /// <summary>Reads when the address ends; null where it does not tell.</summary>
    public Func<SignedQuery, DateTimeOffset?>? End { get; init; }

    public bool Holds((string Name, string Part) parameter) =>
        Array.Exists(Signs, sign => IsNamed(parameter.Name, sign))
        && (Value is null || Value.IsMatch(parameter.Part.AsSpan(Math.Min(parameter.Name.Length + 1, parameter.Part.Length))));

    private static bool IsNamed(string name, string sign) =>
        sign.EndsWith('*') ? name.AsSpan().StartsWith(sign.AsSpan(0, sign.Length - 1), StringComparison.Ordinal) : sign == name;
}

/// <summary>A piece of a path that signs it, at hosts like these.</summary>
internal sealed record PathSigning(string Domain, Regex Host, Regex Signs)
{
    /// <summary>Whether what stays tells one file from another.</summary>
    public bool NamesTheFile { get; init; } = true;

    /// <summary>Reads when the address ends out of that piece; null where it does not tell.</summary>
    public Func<string, DateTimeOffset?>? End { get; init; }
}

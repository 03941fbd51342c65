namespace Connector.Tests.Settings;

/// <summary>Wrong values for each setting. A new setting needs its row here, or a place among those that take any text.</summary>
internal static class WrongSettings
{
    /// <summary>Whose every value means something.</summary>
    public static readonly string[] TakeAnyText =
    [
        "Connector:Pinterest:AppId", "Connector:Pinterest:AppSecret", "Connector:Assets:S3:Bucket", "Connector:Assets:S3:AccessKey",
        "Connector:Assets:S3:SecretKey", "Connector:Assets:S3:Prefix",
    ];

    private static readonly string[] Addresses =
    [
        "nope", "/v5", "", "ftp://api.example.com", "http://api.example.com/v5", "http://10.0.0.1", "http://[2001:db8::1]/", "https://",
        "https://user:password@api.example.com", "https://api.example.com/?key=1", "https://api.example.com/#part", "javascript:alert(1)",
    ];

    private static readonly string[] NoAmounts = ["x", "", "0", "-1", "1.5", "1,000", "99999999999999999999", "10 pins"];

    private static readonly string[] NoTimes = ["x", "", "ten minutes", "-00:01:00", "25:61:61", "99999999.00:00:00", "90s"];

    public static readonly IReadOnlyDictionary<string, string[]> Rows = new Dictionary<string, string[]>
    {
        ["Connector:Assets:FetchTimeout"] = [.. NoTimes, "00:00:00", "90"],
        ["Connector:Assets:ImageBytes"] = NoAmounts,
        ["Connector:Assets:LookTimeout"] = [.. NoTimes, "00:00:00", "30"],
        ["Connector:Assets:QuotaBytes"] = NoAmounts,
        ["Connector:Assets:Retention"] = [.. NoTimes, "00:59:59"],
        ["Connector:Assets:S3:Endpoint"] =
            ["s3.example.com", "ftp://s3.example.com", "https://s3.example.com/pins", "https://user:password@s3.example.com"],
        ["Connector:Assets:S3:PathStyle"] = ["maybe", "", "1", "yes"],
        ["Connector:Assets:S3:Region"] = ["", "us east", "https://us-east-1"],
        ["Connector:Assets:Store"] = ["ftp", "", "S3"],
        ["Connector:Assets:VideoBytes"] = [.. NoAmounts, "2 GB"],
        ["Connector:BootstrapApiKey"] = ["short", "only-31-characters-are-too-shor"],
        ["Connector:Console:Enabled"] = ["maybe", "", "1", "yes"],
        ["Connector:Console:IdleMinutes"] = [.. NoAmounts, "10081"],
        ["Connector:Console:SessionHours"] = [.. NoAmounts, "721"],
        ["Connector:DataDirectory"] = ["", " "],
        ["Connector:Database:FreeSpaceFloorBytes"] = [.. NoAmounts.Except(["0"])],
        ["Connector:Database:ConnectionString"] = ["nope", "Host=;Port=1", "Database=pins", "postgres://me:secret@db/pins"],
        ["Connector:Database:Provider"] = ["mysql", "", "SQLite3", "PostgreSQL"],
        ["Connector:Images:AtOnce"] = [.. NoAmounts, "65"],
        ["Connector:Images:Convert"] = ["maybe", "", "1", "yes"],
        ["Connector:Images:InputBytes"] = [.. NoAmounts, "1073741825"],
        ["Connector:Images:MemoryBytes"] = [.. NoAmounts, "1024"],
        ["Connector:Images:Pixels"] = [.. NoAmounts, "999999"],
        ["Connector:Images:Timeout"] = [.. NoTimes, "00:00:00", "90"],
        ["Connector:Images:Waiting"] = [.. NoAmounts.Except(["0"]), "10001"],
        ["Connector:MasterKey"] = ["too short", "AAECAwQFBgcICQoLDA0ODw==", "not base64!", new string('A', 200)],
        ["Connector:Sources:PerAccount"] = ["none", "0", "10001", "1.5"],
        ["Connector:Sources:FetchTimeout"] = ["soon", "00:00:00", "01:00:01"],
        ["Connector:Sources:AtOnce"] = ["none", "0", "33", "1.5"],
        ["Connector:Imports:AtOnce"] = ["none", "0", "33", "1.5"],
        ["Connector:Imports:FetchTimeout"] = [.. NoTimes, "00:00:00", "90"],
        ["Connector:Imports:FileBytes"] = [.. NoAmounts, "2 GB"],
        ["Connector:Imports:Rows"] = ["none", "0", "10000001"],
        ["Connector:Network:AllowPrivateAddresses"] = ["*.local", "n8n, 10/8", "http://n8n:5678"],
        ["Connector:OAuth:ReturnHosts"] =
            ["https://n8n.example.com", "*.example.com", "n8n.example.com/x", "me@n8n.example.com", "n8n.example.com:99999"],
        ["Connector:OAuth:MoreScopes"] = ["everything", "boards:read", "ads:write", "ads:read;user_accounts:write"],
        ["Connector:Pacing:AdsRead"] = [.. NoAmounts.Except([""])],
        ["Connector:Pacing:BoardsAtOnce"] = [.. NoAmounts, "101"],
        ["Connector:Pacing:OrgAnalytics"] = [.. NoAmounts.Except([""])],
        ["Connector:Pacing:OrgRead"] = [.. NoAmounts.Except([""])],
        ["Connector:Pacing:OrgWrite"] = [.. NoAmounts.Except([""])],
        ["Connector:Pacing:CatalogsRead"] = [.. NoAmounts.Except([""])],
        ["Connector:Pacing:CatalogsWrite"] = [.. NoAmounts.Except([""])],
        ["Connector:Pacing:TrendsRead"] = [.. NoAmounts.Except([""])],
        ["Connector:Pacing:Universal"] = [.. NoAmounts.Except([""])],
        ["Connector:Pinterest:AccessTier"] = ["gold", "", "1", "7", "trial,standard"],
        ["Connector:Pinterest:ApiBaseUrl"] = Addresses,
        ["Connector:Pinterest:OAuthUrl"] = Addresses,
        ["Connector:Pinterest:RequestTimeout"] = [.. NoTimes, "00:00:00", "90"],
        ["Connector:Pinterest:SandboxBaseUrl"] = Addresses,
        ["Connector:Pinterest:UploadHosts"] = ["", " , ", "https://files.example.com", "files.example.com/x", "files.example.com:443"],
        ["Connector:Policy:Operator"] = [new('x', 201)],
        ["Connector:Policy:Purpose"] = [new('x', 1001)],
        ["Connector:Policy:Contact"] = [new('x', 201)],
        ["Connector:Policy:PrivacyUrl"] = ["nope", "http://shop.example.com/privacy", "https://user:password@shop.example.com/privacy"],
        ["Connector:PublicUrl"] = ["nope", "/v5", "ftp://pins.example.com", "https://", "https://user:password@pins.example.com"],
        ["Connector:Reconciling:Looks"] = ["x", "", "10,", "10,5", "0", "-1", "10;30", "1e3", "10,999999999999999999", "NaN"],
        ["Connector:Replicas:Lease"] = [.. NoTimes, "00:00:01.999", "00:01:01"],
        ["Connector:Replicas:MostAccounts"] = [.. NoAmounts.Except([""]), "1000001"],
        ["Connector:Replicas:Name"] = ["one two", "connector/1", new string('x', 61)],
        ["Connector:RequestLimit:Burst"] = [.. NoAmounts, "1000000001"],
        ["Connector:RequestLimit:PerSecond"] = [.. NoAmounts, "1000001"],
        ["Connector:Retention:Events"] = [.. NoTimes, "23:59:59"],
        ["Connector:Retention:ImportKeys"] = [.. NoTimes, "23:59:59"],
        ["Connector:Retention:Imports"] = [.. NoTimes, "23:59:59"],
        ["Connector:Retention:ItemJobs"] = [.. NoTimes, "23:59:59"],
        ["Connector:Retention:Pins"] = [.. NoTimes, "23:59:59"],
        ["Connector:Simulator:AdsReadPerMinute"] = [.. NoAmounts.Except([""])],
        ["Connector:Simulator:BoardListsSectionPins"] = ["maybe", "", "1", "yes"],
        ["Connector:Simulator:CallsPerDay"] = [.. NoAmounts.Except([""])],
        ["Connector:Simulator:JournalPath"] = ["/", "/etc/passwd", "/dev/null/simulator.jsonl", "/proc/simulator.jsonl"],
        ["Connector:Simulator:FeedProcessing"] = [.. NoTimes, "7.00:00:01"],
        ["Connector:Simulator:MediaProcessing"] = [.. NoTimes, "5"],
        ["Connector:Simulator:OrgAnalyticsPerMinute"] = [.. NoAmounts.Except([""])],
        ["Connector:Simulator:OrgReadPerMinute"] = [.. NoAmounts.Except([""])],
        ["Connector:Simulator:OrgWritePerDay"] = [.. NoAmounts.Except([""])],
        ["Connector:Simulator:OrgWritePerMinute"] = [.. NoAmounts.Except([""])],
        ["Connector:Simulator:PerSecond"] = [.. NoAmounts.Except([""])],
        ["Connector:Simulator:Port"] = [.. NoAmounts.Except(["0"]), "65536"],
        ["Connector:Simulator:Tier"] = ["gold", "", "1"],
        ["Connector:Simulator:CatalogsReadPerMinute"] = [.. NoAmounts.Except([""])],
        ["Connector:Simulator:CatalogsWritePerMinute"] = [.. NoAmounts.Except([""])],
        ["Connector:Simulator:TrendsReadPerMinute"] = [.. NoAmounts.Except([""])],
        ["Connector:Simulator:Url"] = ["nope", "http://example.com", "https://127.0.0.1:5290", "http://10.0.0.1:80"],
        ["Connector:Videos:AtOnce"] = [.. NoAmounts, "101"],
        ["Connector:Videos:Lead"] = [.. NoTimes, "2"],
        ["Connector:Videos:ProcessingPatience"] = [.. NoTimes, "00:00:59", "8"],
        ["Connector:Videos:TransfersAtOnce"] = [.. NoAmounts, "21"],
    };
}

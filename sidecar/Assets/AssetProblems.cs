using Connector.Http;

namespace Connector.Assets;

/// <summary>Refusals about files.</summary>
internal static class AssetProblems
{
    public static ProblemException Refused(Check check, string field) => new(
        new Problem(
            check.Name == MediaChecks.BytesName ? 413 : 422,
            check.Code!,
            "Pinterest would not take this file.",
            check.Message!,
            check.Remediation!)
        { Errors = new Dictionary<string, string[]> { [field] = [check.Message!] } });

    public static ProblemException QuotaReached(long quota) => new(new(
        507, "asset_quota_reached", "There is no room for this file.",
        $"All files together may have {quota:N0} bytes, and with this one they would have more.",
        "Delete files that are not needed with DELETE /v1/assets/{id}, or raise Connector:Assets:QuotaBytes in the connector's settings."));

    /// <summary>Names a pin that the caller sees, if there is one.</summary>
    public static ProblemException InUse(Caller caller, string id, List<AssetUse> pins) => Problems.StateConflict(
        pins.Find(pin => caller.MaySee(pin.AccountId)) is { } seen
            ? $"Pin {seen.PinId} has yet to be published with {id}."
            : $"A pin of an account that this API key does not see has yet to be published with {id}.",
        "Wait until the pin's status is final, or cancel it; the file then goes by itself when its time is over.");

    public static ProblemException Gone(string id) => new(Missing(id));

    public static Problem Missing(string id) => new(
        422, "asset_gone", "The file is not here any more.",
        $"{id} was deleted, or its time was over.",
        "Give the file again with POST /v1/assets, and make a new pin of it.");

    public static ProblemException Converted(string id, string field) => new(
        new Problem(
            422, MediaChecks.Unsupported, "Pinterest would not take this file.",
            $"{id} was given as a picture that Pinterest does not take, and the account has convert_images off.",
            "Give a JPEG or PNG, or set convert_images of the account to true; the file was made one when it was given.")
        { Errors = new Dictionary<string, string[]> { [field] = ["had to be converted, and convert_images of the account is false."] } });

    public static ProblemException Unreachable(string detail, string field) => new(
        new Problem(
            422,
            "media_unreachable",
            "The file could not be fetched.",
            detail,
            "Check that the address can be opened without signing in and leads to the file itself, or send the file's bytes instead.")
        { Errors = new Dictionary<string, string[]> { [field] = [detail] } });
}

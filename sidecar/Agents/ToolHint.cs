namespace Connector.Agents;

/// <summary>What a model can do about a problem with the tools it has; the remediation of a problem names operations of the API.</summary>
internal static class ToolHint
{
    public static string? Of(string code) => code switch
    {
        "account_not_found" or "account_required" => "Call list_accounts, and give one of its ids as account_id.",
        "board_not_found" or "board_ambiguous" or "section_not_found" => "Call list_boards, and give a board's id or its exact name.",
        "not_found" => "Call list_pins, and give one of its ids.",
        "idempotency_key_reused" =>
            "Do not change the key only to get through: read the earlier pin with get_pin, and ask the person whether another is meant.",
        "storage_unavailable" or "internal_error" =>
            "Call again with the same arguments, and the same idempotency_key, so that no second pin is made.",
        "rate_limited" or "too_many_requests" => "Wait as long as retry_after_seconds says, and call again with the same arguments.",
        "insufficient_scope" or "reconnect_required" or "capability_unavailable" => "Stop, and tell the person: only they can change that.",
        _ => null,
    };
}

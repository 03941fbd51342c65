namespace Connector.Tests.Http;

public static partial class BadRequests
{
    private static BadRequest[] Boards =>
    [
        BadRequest.Get("a board by name in the path", "/v1/boards/Recipes", 404, "board_not_found"),
        BadRequest.Get("a board that is not there", "/v1/boards/1", 404, "board_not_found"),
        BadRequest.Get("sections of a board that is not there", "/v1/boards/1/sections", 404, "board_not_found"),
        BadRequest.Get("a privacy that does not exist", "/v1/boards?privacy=hidden", 400, "validation_failed", "privacy"),
        BadRequest.Get("a board limit of 0", "/v1/boards?limit=0", 400, "validation_failed", "limit"),
        BadRequest.Get("a board limit that is no number", "/v1/boards?limit=many", 400, "validation_failed", "limit"),
        BadRequest.Get("a section limit of 251", "/v1/boards/{board}/sections?limit=251", 400, "validation_failed", "limit"),
        BadRequest.Get("a board cursor that Pinterest did not give", "/v1/boards?cursor=%21%21", 422, "pinterest_refused"),
        BadRequest.Get("a board cursor that is too long", $"/v1/boards?cursor={new string('x', 2001)}", 400, "validation_failed", "cursor"),
        BadRequest.Get("boards of an account that does not exist", "/v1/boards?account_id=acc_nobody", 404, "account_not_found"),
        BadRequest.Send("a board without name", "POST", "/v1/boards", "{}", 400, "validation_failed", "name"),
        BadRequest.Send("a board with an empty name", "POST", "/v1/boards", "{\"name\":\"\"}", 400, "validation_failed", "name"),
        BadRequest.Send(
            "a board name too long by one",
            "POST",
            "/v1/boards",
            $"{{\"name\":\"{new string('x', 181)}\"}}",
            400,
            "validation_failed",
            "name"),
        BadRequest.Send(
            "a board description too long by one",
            "POST",
            "/v1/boards",
            $"{{\"name\":\"A\",\"description\":\"{new string('x', 501)}\"}}",
            400,
            "validation_failed",
            "description"),
        BadRequest.Send(
            "a board of no known privacy",
            "POST",
            "/v1/boards",
            "{\"name\":\"A\",\"privacy\":\"public\"}",
            400,
            "validation_failed",
            "privacy"),
        BadRequest.Send("a board name that is taken", "POST", "/v1/boards", "{\"name\":\"home DECOR\"}", 409, "conflict", "name"),
        BadRequest.Send("a board changed in nothing", "PATCH", "/v1/boards/{board}", "{}", 400, "validation_failed", "body"),
        BadRequest.Send(
            "a board changed to PROTECTED",
            "PATCH",
            "/v1/boards/{board}",
            "{\"privacy\":\"PROTECTED\"}",
            400,
            "validation_failed",
            "privacy"),
        BadRequest.Send("a change of a board by name", "PATCH", "/v1/boards/Recipes", "{\"name\":\"A\"}", 404, "board_not_found"),
        BadRequest.Send("a section without name", "POST", "/v1/boards/{board}/sections", "{}", 400, "validation_failed", "name"),
        BadRequest.Send(
            "a section name too long by one",
            "POST",
            "/v1/boards/{board}/sections",
            $"{{\"name\":\"{new string('x', 181)}\"}}",
            400,
            "validation_failed",
            "name"),
        BadRequest.Send(
            "a section of a board that is not there", "POST", "/v1/boards/1/sections", "{\"name\":\"A\"}", 404, "board_not_found"),
        BadRequest.Send(
            "a section that is not there", "PATCH", "/v1/boards/{board}/sections/1", "{\"name\":\"A\"}", 404, "section_not_found"),
        BadRequest.Send("a section by name in the path", "DELETE", "/v1/boards/{board}/sections/Lamps", "", 404, "section_not_found"),
    ];

    private static BadRequest[] Webhooks =>
    [
        BadRequest.Send("a webhook without address", "POST", "/v1/webhooks", "{}", 400, "validation_failed", "url"),
        BadRequest.Send("a webhook at no address", "POST", "/v1/webhooks", "{\"url\":\"n8n\"}", 422, "url_not_allowed", "url"),
        BadRequest.Send(
            "a webhook in the own network",
            "POST",
            "/v1/webhooks",
            "{\"url\":\"https://192.168.1.10/hook\"}",
            422,
            "url_not_allowed",
            "url"),
        BadRequest.Send(
            "a webhook over plain http", "POST", "/v1/webhooks", "{\"url\":\"http://example.com/hook\"}", 422, "url_not_allowed", "url"),
        BadRequest.Send(
            "a webhook with a password in its address",
            "POST",
            "/v1/webhooks",
            "{\"url\":\"https://ann:secret@example.com/hook\"}",
            422,
            "url_not_allowed",
            "url"),
        BadRequest.Send(
            "a webhook for an unknown event",
            "POST",
            "/v1/webhooks",
            "{\"url\":\"https://example.com/hook\",\"events\":[\"pin.publishd\"]}",
            400,
            "validation_failed",
            "events"),
        BadRequest.Send(
            "a webhook for an unknown account",
            "POST",
            "/v1/webhooks",
            "{\"url\":\"https://example.com/hook\",\"account_ids\":[\"acc_nobody\"]}",
            404,
            "account_not_found"),
        BadRequest.Send(
            "a webhook with a short secret",
            "POST",
            "/v1/webhooks",
            "{\"url\":\"https://example.com/hook\",\"secret\":\"whsec_c2hvcnQ=\"}",
            400,
            "validation_failed",
            "secret"),
        BadRequest.Get("a webhook that is not there", "/v1/webhooks/whk_nobody", 404, "not_found"),
        BadRequest.Send(
            "a change of a webhook that is not there", "PATCH", "/v1/webhooks/whk_nobody", "{\"status\":\"active\"}", 404, "not_found"),
        BadRequest.Get("events after something that is no event", "/v1/events?after=42", 400, "validation_failed", "after"),
        BadRequest.Get("events of an unknown type", "/v1/events?types=pin.publishd", 400, "validation_failed", "types"),
        BadRequest.Get("too many events", "/v1/events?limit=251", 400, "validation_failed", "limit"),
        BadRequest.Get("a stream after something that is no event", "/v1/events/stream?after=42", 400, "validation_failed", "after"),
    ];

    private static BadRequest[] Metrics =>
    [
        BadRequest.Get("a start date that is no date", "/v1/metrics/account?start_date=yesterday", 400, "validation_failed", "start_date"),
        BadRequest.Get(
            "a start date before there are numbers", "/v1/metrics/account?start_date=2001-01-01", 400, "validation_failed", "start_date"),
        BadRequest.Get("an end date in the future", "/v1/metrics/account?end_date=2090-01-01", 400, "validation_failed", "end_date"),
        BadRequest.Get(
            "an end date before there are numbers", "/v1/metrics/pins?ids=1&end_date=2001-01-01", 400, "validation_failed", "end_date"),
        BadRequest.Get("a metric that does not exist", "/v1/pins/{published}/metrics?metrics=likes", 400, "validation_failed", "metrics"),
        BadRequest.Get("a metric that is not for accounts", "/v1/metrics/account?metrics=comments", 400, "validation_failed", "metrics"),
        BadRequest.Get(
            "a granularity that does not exist", "/v1/metrics/account?granularity=week", 400, "validation_failed", "granularity"),
        BadRequest.Get("top pins by day", "/v1/metrics/top-pins?granularity=day", 400, "validation_failed", "granularity"),
        BadRequest.Get("top pins by nothing known", "/v1/metrics/top-pins?sort_by=luck", 400, "validation_failed", "sort_by"),
        BadRequest.Get("51 top pins", "/v1/metrics/top-pins?limit=51", 400, "validation_failed", "limit"),
        BadRequest.Get("a format that does not exist", "/v1/metrics/account?format=xml", 400, "validation_failed", "format"),
        BadRequest.Get("metrics of no pins", "/v1/metrics/pins", 400, "validation_failed", "ids"),
        BadRequest.Get(
            "metrics of 101 pins", $"/v1/metrics/pins?ids={string.Join(',', Enumerable.Range(1, 101))}", 400, "validation_failed", "ids"),
        BadRequest.Get("metrics of something that is no pin", "/v1/metrics/pins?ids=lamp", 400, "validation_failed", "ids"),
        BadRequest.Get("metrics of a pin that does not exist", "/v1/pins/pin_nobody/metrics", 404, "not_found"),
        BadRequest.Get("metrics of a pin that Pinterest does not know", "/v1/pins/1/metrics", 404, "not_found"),
    ];

    private static BadRequest[] Simulator =>
    [
        BadRequest.Send("an order without a fault", "POST", "/v1/simulator/faults", "{}", 400, "validation_failed", "fault"),
        BadRequest.Send(
            "a fault that does not exist", "POST", "/v1/simulator/faults", "{\"fault\":\"rain\"}", 400, "validation_failed", "fault"),
        BadRequest.Send(
            "a fault for a call that does not exist",
            "POST",
            "/v1/simulator/faults",
            "{\"fault\":\"html\",\"operation\":\"make_pin\"}",
            400,
            "validation_failed",
            "operation"),
        BadRequest.Send(
            "a fault for a call that is no name",
            "POST",
            "/v1/simulator/faults",
            "{\"fault\":\"html\",\"operation\":\"POST /pins\"}",
            400,
            "validation_failed",
            "operation"),
        BadRequest.Send(
            "a fault no times", "POST", "/v1/simulator/faults", "{\"fault\":\"html\",\"times\":0}", 400, "validation_failed", "times"),
        BadRequest.Send(
            "a fault that is more than certain",
            "POST",
            "/v1/simulator/faults",
            "{\"fault\":\"html\",\"probability\":1.5}",
            400,
            "validation_failed",
            "probability"),
        BadRequest.Send(
            "a fault of no seconds",
            "POST",
            "/v1/simulator/faults",
            "{\"fault\":\"html\",\"seconds\":0}",
            400,
            "validation_failed",
            "seconds"),
        BadRequest.Send(
            "a fault longer than a day",
            "POST",
            "/v1/simulator/faults",
            "{\"fault\":\"html\",\"seconds\":86401}",
            400,
            "validation_failed",
            "seconds"),
        BadRequest.Send(
            "an order with an unknown field",
            "POST",
            "/v1/simulator/faults",
            "{\"fault\":\"html\",\"count\":2}",
            400,
            "validation_failed",
            "count"),
        BadRequest.Send(
            "a fault for an account that is not there",
            "POST",
            "/v1/simulator/faults",
            "{\"fault\":\"html\",\"account_id\":\"acc_nobody\"}",
            404,
            "account_not_found"),
        BadRequest.Send(
            "a fault for somebody else's account",
            "POST",
            "/v1/simulator/faults",
            "{\"fault\":\"html\",\"account_id\":\"{account}\"}",
            404,
            "account_not_found") with { As = "stranger" },
        BadRequest.Get("faults of an account that is not there", "/v1/simulator/faults?account_id=acc_nobody", 404, "account_not_found"),
        BadRequest.Get(
            "simulated pins of an account that is not there", "/v1/simulator/pins?account_id=acc_nobody", 404, "account_not_found"),
        BadRequest.Send(
            "a reset of an account without an id", "POST", "/v1/simulator/reset", "{\"account_id\":\"\"}", 400, "validation_failed",
            "account_id"),
        BadRequest.Send(
            "a reset of an account that is not there",
            "POST",
            "/v1/simulator/reset",
            "{\"account_id\":\"acc_nobody\"}",
            404,
            "account_not_found"),
    ];

    private static BadRequest[] AccountsAndKeys =>
    [
        BadRequest.Get("an account that is not there", "/v1/accounts/acc_nobody", 404, "account_not_found"),
        BadRequest.Send(
            "an account without environment", "POST", "/v1/accounts", "{\"name\":\"A\"}", 400, "validation_failed", "environment"),
        BadRequest.Send(
            "an account in an unknown environment",
            "POST",
            "/v1/accounts",
            "{\"name\":\"A\",\"environment\":\"staging\"}",
            400,
            "validation_failed",
            "environment"),
        BadRequest.Send(
            "an account in an environment by number",
            "POST",
            "/v1/accounts",
            "{\"name\":\"A\",\"environment\":0}",
            400,
            "validation_failed",
            "environment"),
        BadRequest.Send(
            "a production account without token",
            "POST",
            "/v1/accounts",
            "{\"environment\":\"production\"}",
            400,
            "validation_failed",
            "access_token"),
        BadRequest.Send(
            "a simulator account with a token",
            "POST",
            "/v1/accounts",
            "{\"environment\":\"simulator\",\"name\":\"A\",\"access_token\":\"pina_1\"}",
            400,
            "validation_failed",
            "access_token"),
        BadRequest.Send(
            "a simulator account without name",
            "POST",
            "/v1/accounts",
            "{\"environment\":\"simulator\"}",
            400,
            "validation_failed",
            "name"),
        BadRequest.Send(
            "a token that has expired already",
            "POST",
            "/v1/accounts",
            "{\"environment\":\"production\",\"access_token\":\"pina_1\",\"expires_in\":0}",
            400,
            "validation_failed",
            "expires_in"),
        BadRequest.Send(
            "an account without a name", "PATCH", "/v1/accounts/{account}", "{\"name\":\"\"}", 400, "validation_failed", "name"),
        BadRequest.Send(
            "an account's status as a field",
            "PATCH",
            "/v1/accounts/{account}",
            "{\"status\":\"held\"}",
            400,
            "validation_failed",
            "status"),
        BadRequest.Send("an account changed in nothing", "PATCH", "/v1/accounts/{account}", "{}", 400, "validation_failed"),
        BadRequest.Send(
            "an account setting that does not exist",
            "PATCH",
            "/v1/accounts/{account}",
            "{\"settings\":{\"speed\":11}}",
            400,
            "validation_failed",
            "settings.speed"),
        BadRequest.Send(
            "an account setting of the wrong type",
            "PATCH",
            "/v1/accounts/{account}",
            "{\"settings\":{\"link_marker\":\"no\"}}",
            400,
            "validation_failed",
            "settings.link_marker"),
        BadRequest.Send("holding an account that is not there", "POST", "/v1/accounts/acc_nobody/hold", "", 404, "account_not_found"),
        BadRequest.Send("a key without name", "POST", "/v1/keys", "{\"scopes\":[\"read\"]}", 400, "validation_failed", "name"),
        BadRequest.Send("a key without scopes", "POST", "/v1/keys", "{\"name\":\"A\",\"scopes\":[]}", 400, "validation_failed", "scopes"),
        BadRequest.Send(
            "a key with an unknown scope",
            "POST",
            "/v1/keys",
            "{\"name\":\"A\",\"scopes\":[\"write\"]}",
            400,
            "validation_failed",
            "scopes"),
        BadRequest.Send(
            "a key with a scope that is null",
            "POST",
            "/v1/keys",
            "{\"name\":\"A\",\"scopes\":[null]}",
            400,
            "validation_failed",
            "scopes"),
        BadRequest.Send(
            "a key with no account at all",
            "POST",
            "/v1/keys",
            "{\"name\":\"A\",\"scopes\":[\"read\"],\"account_ids\":[]}",
            400,
            "validation_failed",
            "account_ids"),
        BadRequest.Send(
            "a key for an account that is none",
            "POST",
            "/v1/keys",
            "{\"name\":\"A\",\"scopes\":[\"read\"],\"account_ids\":[\"shop\"]}",
            400,
            "validation_failed",
            "account_ids"),
        BadRequest.Send(
            "a key for an account that is null",
            "POST",
            "/v1/keys",
            "{\"name\":\"A\",\"scopes\":[\"read\"],\"account_ids\":[null]}",
            400,
            "validation_failed",
            "account_ids"),
        BadRequest.Send("revoking a key that is not there", "DELETE", "/v1/keys/key_nobody", "", 404, "not_found"),
        BadRequest.Get("a key limit that is no number", "/v1/keys?limit=x", 400, "validation_failed", "limit"),
    ];
}

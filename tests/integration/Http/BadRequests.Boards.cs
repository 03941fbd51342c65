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
        BadRequest.Get("pins of a board by name in the path", "/v1/boards/Recipes/pins", 404, "board_not_found"),
        BadRequest.Get("pins of a board that is not there", "/v1/boards/1/pins", 404, "board_not_found"),
        BadRequest.Get("pins of a section that is not there", "/v1/boards/{board}/sections/1/pins", 404, "section_not_found"),
        BadRequest.Get("a pin limit of 251", "/v1/boards/{board}/pins?limit=251", 400, "validation_failed", "limit"),
        BadRequest.Get("a pin cursor that is none", "/v1/pinterest/pins?cursor=%21%21", 400, "validation_failed", "cursor"),
        BadRequest.Get("a filter that does not exist", "/v1/pinterest/pins?filter=mine", 400, "validation_failed", "filter"),
        BadRequest.Get("a search for nothing", "/v1/pinterest/search", 400, "validation_failed", "q"),
        BadRequest.Get("a search for too much", $"/v1/pinterest/search?q={new string('x', 501)}", 400, "validation_failed", "q"),
        BadRequest.Get(
            "an ad account by name", "/v1/pinterest/pins?ad_account_id=shop", 400, "validation_failed", "ad_account_id"),
        BadRequest.Invalid("a pin saved nowhere", "POST /v1/pinterest/pins/1/save", "{}", "board_id"),
        BadRequest.Send(
            "a pin saved that is not there", "POST", "/v1/pinterest/pins/1/save", """{"board_id":"{board}"}""", 404, "not_found"),
        BadRequest.Invalid("a board without name", "POST /v1/boards", "{}", "name"),
        BadRequest.Invalid("a board with an empty name", "POST /v1/boards", """{"name":""}""", "name"),
        BadRequest.Invalid("a board name too long by one", "POST /v1/boards", $"{{\"name\":\"{new string('x', 181)}\"}}", "name"),
        BadRequest.Invalid(
            "a board description too long by one", "POST /v1/boards", $"{{\"name\":\"A\",\"description\":\"{new string('x', 501)}\"}}",
            "description"),
        BadRequest.Invalid("a board of no known privacy", "POST /v1/boards", """{"name":"A","privacy":"public"}""", "privacy"),
        BadRequest.Send("a board name that is taken", "POST", "/v1/boards", """{"name":"home DECOR"}""", 409, "conflict", "name"),
        BadRequest.Invalid("a board changed in nothing", "PATCH /v1/boards/{board}", "{}", "body"),
        BadRequest.Invalid("a board changed to PROTECTED", "PATCH /v1/boards/{board}", """{"privacy":"PROTECTED"}""", "privacy"),
        BadRequest.Send("a change of a board by name", "PATCH", "/v1/boards/Recipes", """{"name":"A"}""", 404, "board_not_found"),
        BadRequest.Invalid("a section without name", "POST /v1/boards/{board}/sections", "{}", "name"),
        BadRequest.Invalid(
            "a section name too long by one", "POST /v1/boards/{board}/sections", $"{{\"name\":\"{new string('x', 181)}\"}}", "name"),
        BadRequest.Send(
            "a section of a board that is not there", "POST", "/v1/boards/1/sections", """{"name":"A"}""", 404, "board_not_found"),
        BadRequest.Send(
            "a section that is not there", "PATCH", "/v1/boards/{board}/sections/1", """{"name":"A"}""", 404, "section_not_found"),
        BadRequest.Send("a section by name in the path", "DELETE", "/v1/boards/{board}/sections/Lamps", "", 404, "section_not_found"),
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
}

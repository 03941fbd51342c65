namespace Connector.Tests.Http;

public static partial class BadRequests
{
    private static BadRequest[] Simulator =>
    [
        BadRequest.Invalid("an order without a fault", "POST /v1/simulator/faults", "{}", "fault"),
        BadRequest.Invalid("a fault that does not exist", "POST /v1/simulator/faults", """{"fault":"rain"}""", "fault"),
        BadRequest.Invalid(
            "a fault for a call that does not exist", "POST /v1/simulator/faults", """{"fault":"html","operation":"make_pin"}""",
            "operation"),
        BadRequest.Invalid(
            "a fault for a call that is no name", "POST /v1/simulator/faults", """{"fault":"html","operation":"POST /pins"}""",
            "operation"),
        BadRequest.Invalid("a fault no times", "POST /v1/simulator/faults", """{"fault":"html","times":0}""", "times"),
        BadRequest.Invalid(
            "a fault that is more than certain", "POST /v1/simulator/faults", """{"fault":"html","probability":1.5}""", "probability"),
        BadRequest.Invalid("a fault of no seconds", "POST /v1/simulator/faults", """{"fault":"html","seconds":0}""", "seconds"),
        BadRequest.Invalid("a fault longer than a day", "POST /v1/simulator/faults", """{"fault":"html","seconds":86401}""", "seconds"),
        BadRequest.Invalid("an order with an unknown field", "POST /v1/simulator/faults", """{"fault":"html","count":2}""", "count"),
        BadRequest.Send(
            "a fault for an account that is not there", "POST", "/v1/simulator/faults", """{"fault":"html","account_id":"acc_nobody"}""",
            404, "account_not_found"),
        BadRequest.Send(
            "a fault for somebody else's account", "POST", "/v1/simulator/faults", """{"fault":"html","account_id":"{account}"}""", 404,
            "account_not_found") with { As = "stranger" },
        BadRequest.Get("faults of an account that is not there", "/v1/simulator/faults?account_id=acc_nobody", 404, "account_not_found"),
        BadRequest.Get(
            "simulated pins of an account that is not there", "/v1/simulator/pins?account_id=acc_nobody", 404, "account_not_found"),
        BadRequest.Invalid("a reset of an account without an id", "POST /v1/simulator/reset", """{"account_id":""}""", "account_id"),
        BadRequest.Send(
            "a reset of an account that is not there", "POST", "/v1/simulator/reset", """{"account_id":"acc_nobody"}""", 404,
            "account_not_found"),
    ];
}

using System.Net.Http.Headers;
using System.Text.Json;
using Connector.Clients;

// Publishes a pin through a client that was generated from the API's description, and prints it. Arguments: address, API key, image.
using var http = new HttpClient();
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", args[1]);
var connector = new ConnectorClient(http) { BaseUrl = args[0] };

var account = await connector.ConnectAccountAsync(new ConnectAccountRequest { Environment = PinterestEnvironment.Simulator, Name = "C#" });
var boards = await connector.ListBoardsAsync(account.Id, BoardFilter.PUBLIC, null, null);
var accepted = await connector.CreatePinAsync(null, null, new CreatePinRequest
{
    Account_id = account.Id,
    Board_id = boards.Items.First().Id,
    Title = "From C#",
    Image_base64 = args[2],
    Idempotency_key = "csharp-1",
});
var pin = await connector.GetPinAsync(accepted.Id, 60, null);
var listed = await connector.ListPinsAsync(account.Id, PinStatus.Published, null, null, null, null);
if (listed.Items.First().Id != pin.Id) throw new InvalidOperationException("The pin is not listed.");

var code = await CodeOfAsync(() => connector.GetPinAsync("pin_none", null, null));
Console.WriteLine(JsonSerializer.Serialize(new
{
    status = pin.Status.ToString().ToLowerInvariant(),
    pinterest_pin_id = pin.Pinterest_pin_id,
    title = pin.Title,
    code,
}));

static async Task<string?> CodeOfAsync(Func<Task> call)
{
    try
    {
        await call();
        return null;
    }
    catch (ApiException<Problem> refused)
    {
        return refused.Result.Code;
    }
}

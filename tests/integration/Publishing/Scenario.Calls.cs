using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Connector.Tests.Publishing;

/// <summary>What callers and users do.</summary>
internal sealed partial class Scenario
{
    /// <summary>The title of pins that cannot be told apart by what they say.</summary>
    private const string Twin = "Twin";

    private async Task PublishAsync(string title, int argument)
    {
        var pin = new JsonObject
        {
            ["title"] = title,
            ["idempotency_key"] = $"key-{_made}",
            ["board_id"] = _boards[argument % 3],
            ["image_url"] = "https://example.com/a.jpg",
        };
        if (argument % 2 == 0) pin["link_url"] = $"https://{(argument % 4 == 0 ? "one" : "two")}.example/{_made}";
        if (argument % 9 == 0) pin["board_section_id"] = _section;
        var id = await _app.PublishAsync(pin);
        _accepted[id] = pin;
        _ids.Add(id);
        _made++;
    }

    private async Task RepeatAsync(int argument)
    {
        if (_ids.Count == 0) return;

        var id = _ids[argument % _ids.Count];
        var (status, answer) = await SendAsync(HttpMethod.Post, "/v1/pins", _accepted[id]);
        Assert.Equal((HttpStatusCode.OK, id), (status, (string?)answer["id"]));
    }

    private Task OnPinAsync(int argument, string what) =>
        _ids.Count == 0 ? Task.CompletedTask : TryAsync(HttpMethod.Post, $"/v1/pins/{_ids[argument % _ids.Count]}{what}");

    private Task EditAsync(int argument) => _ids.Count == 0
        ? Task.CompletedTask
        : TryAsync(HttpMethod.Patch, $"/v1/pins/{_ids[argument / 4 % _ids.Count]}", (argument % 4) switch
        {
            0 => new { alt_text = $"Edited {argument}" },
            1 => new { link_url = $"https://three.example/{argument}" },
            2 => new { board = _boards[argument % 3] },
            _ => new { publish_at = _clock.GetUtcNow().AddMinutes(argument % 30) },
        });

    private Task AskForApprovalAsync(int argument) => TryAsync(
        HttpMethod.Patch, $"/v1/accounts/{_account}",
        new { settings = new { require_approval = argument % 3 > 0, approval_after_edit = argument % 4 > 0 } });

    /// <summary>Approves what waits for it; false when nothing does.</summary>
    private async Task<bool> ApproveAllAsync()
    {
        var ids = (await PinsAsync()).Where(AwaitsApproval).Select(pin => (string)pin["id"]!).ToList();
        if (ids.Count == 0) return false;

        var (_, answer) = await SendAsync(HttpMethod.Post, "/v1/pins/approve", new { ids });
        Assert.Equal(ids.Count, (int)answer["done"]!);
        return true;
    }

    /// <summary>
    /// Somebody looks at the board and says what is there; twins are left alone while one of them is on its way, because nobody could tell
    /// which is which.
    /// </summary>
    private async Task ResolveAsync(int argument)
    {
        var pins = await PinsAsync();
        var unconfirmed = pins.Where(pin => (string?)pin["status"] == "unconfirmed").ToList();
        if (unconfirmed.Count == 0) return;

        var chosen = unconfirmed[argument % unconfirmed.Count];
        var title = (string?)chosen["title"];
        if (title == Twin && pins.Exists(pin => (string?)pin["title"] == Twin && (string?)pin["status"] == "publishing")) return;

        var claimed = pins.Select(pin => (string?)pin["pinterest_pin_id"]).ToHashSet();
        var found = There.Find(pin => pin.Title == title && !claimed.Contains(pin.Id))?.Id;
        await TryAsync(HttpMethod.Post, $"/v1/pins/{chosen["id"]}/resolve", found is null
            ? new { @as = "not_published" }
            : new { @as = "published", pinterest_pin_id = found });
    }

    /// <summary>A final pin is forgotten, and taken from Pinterest too where nobody could tell it from its twins later.</summary>
    private async Task DeleteAsync(int argument)
    {
        if (_ids.Count == 0) return;

        var pin = await _app.GetAsync($"/v1/pins/{_ids[argument % _ids.Count]}");
        var (id, isTwin) = ((string)pin["id"]!, (string?)pin["title"] == Twin);
        if (isTwin && (string?)pin["status"] is "unconfirmed") return;

        if (await TryAsync(HttpMethod.Delete, $"/v1/pins/{id}?delete_from_pinterest={(isTwin || argument % 2 == 0 ? "true" : "false")}")
            != HttpStatusCode.NoContent) return;
        _ids.Remove(id);
        _accepted.Remove(id);
    }

    /// <summary>What a user does about an account that is held: connect it again if its token is dead, else resume it.</summary>
    private async Task ResumeAsync()
    {
        var status = (string?)(await _app.GetAsync($"/v1/accounts/{_account}"))["status"];
        if (status == "reconnect_required")
            await TryAsync(HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Simulator" });
        else if (status == "held") await TryAsync(HttpMethod.Post, $"/v1/accounts/{_account}/resume");
    }

    /// <summary>It may be refused, with a reason, but not break.</summary>
    private async Task<HttpStatusCode> TryAsync(HttpMethod method, string path, object? body = null)
    {
        var (status, answer) = await SendAsync(method, path, body);
        Assert.True((int)status < 500 || (string?)answer["code"] == "pinterest_unavailable", $"{method} {path}: {status} {answer}");
        return status;
    }

    private async Task<(HttpStatusCode Status, JsonNode Answer)> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType());
        var call = _app.Admin.SendAsync(request);
        await _clock.WaitOutAsync(call);
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }
}

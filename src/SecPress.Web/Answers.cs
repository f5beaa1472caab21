using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SecPress.Web;

/// <summary>Answers one request at a time, from the snapshot of that moment.</summary>
internal sealed class Answers(IPreview preview, RequestGuard guard, CancellationToken stopping)
{
    // Nothing of ours runs or shows what the page itself did not bring, and no other site may frame it.
    private const string DeskPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string SitePolicy = "frame-ancestors 'self'";
    private const string EmailPolicy = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private readonly Deskwork desk = new(guard.Token);
    private readonly EventStream events = new(preview, stopping);

    public async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!guard.IsOurs(request))
        {
            await SayAsync(context, StatusCodes.Status421MisdirectedRequest, "This preview answers to 127.0.0.1 and localhost alone.");
            return;
        }

        var path = request.Path.Value ?? "/";
        var acts = path == Routes.Open;
        if (acts ? !HttpMethods.IsPost(request.Method) : !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = acts ? "POST" : "GET, HEAD";
            await SayAsync(context, StatusCodes.Status405MethodNotAllowed, "That cannot be done here.");
            return;
        }

        try
        {
            await (path.StartsWith(Routes.Root, StringComparison.Ordinal) || path + "/" == Routes.Root
                ? AnswerDeskAsync(context, path)
                : AnswerSiteAsync(context, path));
        }
        catch (Exception e) when (!response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await SayAsync(context, StatusCodes.Status500InternalServerError, $"The preview met something it was not made for. Please report this:\n\n{e}");
        }
    }

    private Task AnswerDeskAsync(HttpContext context, string path) => path switch
    {
        Routes.Events => events.SendAsync(context),
        Routes.Open => OpenAsync(context),
        Routes.State => StateAsync(context),
        Routes.IssueList => SendJsonAsync(context, Deskwork.Find(preview.Current, context.Request.Query["find"].ToString()), WireFormat.Default.IssueList),
        _ when path.StartsWith(Routes.Assets, StringComparison.Ordinal) && EmbeddedFiles.Find(path[Routes.Assets.Length..]) is { } bytes =>
            SendAsync(context, MediaTypes.Of(path), bytes, DeskPolicy),
        _ when path.StartsWith(Routes.Issues, StringComparison.Ordinal) => EditionAsync(context, path[Routes.Issues.Length..]),
        _ when path.StartsWith(Routes.Desk, StringComparison.Ordinal) => DeskAsync(context, path[Routes.Desk.Length..]),
        Routes.Root or "/_secpress" or "/_secpress/desk" => RedirectAsync(context, Routes.Desk),
        _ => SayAsync(context, StatusCodes.Status404NotFound, "There is nothing of the preview at this address."),
    };

    // The desk of no issue in particular is that of the newest.
    private Task DeskAsync(HttpContext context, string slug)
    {
        var issues = preview.Current.Issues;
        if (slug.Length == 0 && !issues.IsEmpty)
        {
            return RedirectAsync(context, Routes.Desk + Uri.EscapeDataString(issues[0].Slug));
        }

        var known = slug.Length == 0 || issues.Any(i => i.Slug == slug);
        return SendAsync(
            context, MediaTypes.Html, EmbeddedFiles.Find("desk.html")!, DeskPolicy, known ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
    }

    private Task StateAsync(HttpContext context)
    {
        var (snapshot, query) = (preview.Current, context.Request.Query);
        var state = query["issue"].ToString() is { Length: > 0 } slug
            ? desk.StateOfIssue(snapshot, slug)
            : desk.StateOf(snapshot, Site.PageAt(snapshot, query["page"].ToString()));
        return state is null
            ? SayAsync(context, StatusCodes.Status404NotFound, "There is no such issue.")
            : SendJsonAsync(context, state, WireFormat.Default.PageState);
    }

    private Task EditionAsync(HttpContext context, string path)
    {
        var snapshot = preview.Current;
        var slash = path.LastIndexOf('/');
        if (slash < 0 || snapshot.Issues.FirstOrDefault(i => i.Slug == path[..slash]) is not { } issue)
        {
            return SayAsync(context, StatusCodes.Status404NotFound, "There is no such issue.");
        }

        var name = path[(slash + 1)..];
        if (name == "events.ics")
        {
            return SendAsync(context, MediaTypes.Of(name), Encoding.UTF8.GetBytes(snapshot.EventsOf(issue)));
        }

        if (name is not ("email.html" or "email.txt"))
        {
            return SayAsync(context, StatusCodes.Status404NotFound, "An issue has email.html, email.txt and events.ics here.");
        }

        if (snapshot.EditionOf(issue) is not { } edition)
        {
            return SayAsync(context, StatusCodes.Status503ServiceUnavailable, "The email edition cannot be made; the findings say why.");
        }

        var text = name == "email.txt" ? edition.Text : Deskwork.Email(snapshot, edition, context.Request.Query["scheme"] == "dark");
        return SendAsync(context, MediaTypes.Of(name), Encoding.UTF8.GetBytes(text), EmailPolicy);
    }

    private async Task OpenAsync(HttpContext context)
    {
        if (!guard.MayAct(context.Request))
        {
            await SayAsync(context, StatusCodes.Status403Forbidden, "Only the preview's own pages may open files.");
            return;
        }

        OpenRequest? asked = null;
        try
        {
            asked = await JsonSerializer.DeserializeAsync(context.Request.Body, WireFormat.Default.OpenRequest, context.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            // Answered below, as a request without a file is.
        }

        if (asked?.File is not { Length: > 0 } file)
        {
            await SayAsync(context, StatusCodes.Status400BadRequest, "Say which file to open, and at which line.");
            return;
        }

        var opened = preview.Open(file, Math.Max(1, asked.Line), Math.Max(1, asked.Column));
        await SendJsonAsync(
            context, opened, WireFormat.Default.OpenedSource, opened.Fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private Task AnswerSiteAsync(HttpContext context, string path)
    {
        var snapshot = preview.Current;
        if (path == "/" && Site.RootOf(snapshot) is { Length: > 1 } root)
        {
            return RedirectAsync(context, root);
        }

        if (Site.FolderAt(snapshot, path) is { } folder)
        {
            return RedirectAsync(context, folder + context.Request.QueryString);
        }

        var found = Site.Find(snapshot, path);
        var file = found ?? snapshot.NotFound;
        var status = found is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return file.Bytes is null
            ? SendAsync(context, MediaTypes.Html, EmbeddedFiles.Find("failed.html")!, SitePolicy, StatusCodes.Status503ServiceUnavailable)
            : SendAsync(context, MediaTypes.Of(file.OutputPath), Site.Watched(file), SitePolicy, status);
    }

    private static Task RedirectAsync(HttpContext context, string to)
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    }

    private static Task SayAsync(HttpContext context, int status, string text) =>
        SendAsync(context, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text + "\n"), "default-src 'none'", status);

    private static Task SendJsonAsync<T>(
        HttpContext context, T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        SendAsync(context, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, type), "default-src 'none'", status);

    private static async Task SendAsync(HttpContext context, string type, byte[] bytes, string policy = SitePolicy, int status = StatusCodes.Status200OK)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        response.Headers.ContentSecurityPolicy = policy;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}

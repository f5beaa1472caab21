namespace SecPress.Web;

/// <summary>The addresses that are the preview's own; every other is the site's.</summary>
internal static class Routes
{
    public const string Root = "/_secpress/";
    public const string Assets = Root + "assets/";
    public const string Desk = Root + "desk/";
    public const string Issues = Root + "issues/";
    public const string IssueList = Root + "issues.json";
    public const string State = Root + "state";
    public const string Events = Root + "events";
    public const string Open = Root + "open";
}

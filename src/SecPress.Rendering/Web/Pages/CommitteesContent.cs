using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>The committees: when each met and meets next.</summary>
internal static class CommitteesContent
{
    public static PageContent Of(PageContext context)
    {
        var publication = context.Publication;
        var committees = publication.Records.Committees.Select(record => View.Of(
            ("name", record.Committee.Name),
            ("short", CommitteeContent.ShortOf(record.Committee)),
            ("url", context.Links.ToPath(CommitteePage.PathOf(publication.Settings.Addresses, record.Committee))),
            ("last_met", record.LastMet),
            ("next", record.MeetingsFrom(publication.Today).FirstOrDefault()?.Date),
            ("updates", record.Updates.Length)));
        return new PageContent(
            "web/committees.html",
            context.Labels["committees.title"],
            context.Labels["committees.intro"],
            View.Of(("committees", View.List(committees))));
    }
}

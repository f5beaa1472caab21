namespace SecPress.Tests.Cli;

/// <summary>A small publication for the commands to work on: two issues sent, one to come, one draft.</summary>
internal static class SampleSite
{
    public static CommandLineRunner WriteTo(CommandLineRunner runner)
    {
        runner.Folder.Write("site.yml", """
            title: The Meter Post
            base-url: https://post.example.org/
            timezone: Europe/London
            committees: [{ id: panel, name: The Panel, short: Panel }]
            email: { from: "The Meter Post <post@example.org>", postal-address: "1 Meter Lane, London", unsubscribe-url: "https://post.example.org/u/{token}" }

            """);
        Issue(runner, "2017-05", "May", "2017-05-25");
        Issue(runner, "2017-06", "June", "2017-06-29");
        Issue(runner, "2017-07", "July", "2017-07-27");
        Issue(runner, "2017-08", "August", "2017-08-31", "draft: true\n");
        return runner;
    }

    public static void Issue(CommandLineRunner runner, string slug, string title, string sent, string more = "") =>
        runner.Folder.Write($"content/issues/{slug}.md", $"""
            ---
            title: {title}
            summary: What the meters did in the month of {title}, told in one sentence of a fair length.
            sent: {sent}
            {more}---

            ## News

            What the meters did in the month of {title}, told in one sentence of a fair length. The Panel met and read its papers.

            """);
}

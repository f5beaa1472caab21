using System.Collections.Immutable;

namespace SecPress.Content.Schemas;

/// <summary>The keys of <c>site.yml</c> and of the files in <c>content/data</c>.</summary>
internal static class SiteSchema
{
    private const string PasswordMend = "Take it out, put the password into an environment variable, and name that one with 'password-env'.";

    private static readonly Field Password = new("password", Shapes.Text, "Not here: use password-env.") { SecretMend = PasswordMend };

    private static readonly Field PasswordEnv =
        new("password-env", new TextShape(Formats.EnvironmentVariable), "The environment variable that holds the password.");

    public static readonly MapShape Site = Shapes.Map(
        new Field("title", Shapes.Line, "The publication's name.") { Required = true },
        new Field("description", Shapes.Line, "One sentence about the publication."),
        new Field("base-url", new TextShape(Formats.BaseUrl), "The address the site is published at.") { Required = true },
        new Field("language", new TextShape(Formats.Language), "The language the publication is written in.") { Default = "en-GB" },
        new Field("timezone", Shapes.Line, "The time zone its dates and times are in, such as Europe/London.") { Default = "UTC", Names = NameKind.TimeZone },
        new Field("permalinks", Shapes.Map(
            new Field("issues", new TextShape(Formats.Permalink), "The address of an issue, with {slug}, {year}, {month} and {day}.") { Default = "/issues/{slug}/" },
            new Field("archive", new TextShape(Formats.Folder), "The archive.") { Default = "/archive/" },
            new Field("registers", new TextShape(Formats.RegisterFolder), "A register, by its id.") { Default = "/{register}/" },
            new Field("committees", new TextShape(Formats.Folder), "The committees.") { Default = "/committees/" },
            new Field("calendar", new TextShape(Formats.Folder), "The calendar.") { Default = "/calendar/" },
            new Field("deadlines", new TextShape(Formats.Folder), "What closes when.") { Default = "/deadlines/" },
            new Field("statistics", new TextShape(Formats.Folder), "The statistics.") { Default = "/statistics/" },
            new Field("glossary", new TextShape(Formats.Folder), "The glossary.") { Default = "/glossary/" },
            new Field("tags", new TextShape(Formats.Folder), "The tags.") { Default = "/tags/" },
            new Field("series", new TextShape(Formats.Folder), "The series.") { Default = "/series/" },
            new Field("search", new TextShape(Formats.Folder), "The search.") { Default = "/search/" },
            new Field("subscribe", new TextShape(Formats.Folder), "The page that tells how to subscribe.") { Default = "/subscribe/" }),
            "The addresses of pages."),
        new Field("notice", Shapes.Markdown, "A notice that stands on every page: a line of Markdown."),
        new Field("publisher", Shapes.Map(
            new Field("name", Shapes.Line, "Who publishes it.") { Required = true },
            new Field("address", Shapes.Text, "The postal address."),
            new Field("email", new TextShape(Formats.Email), "The address to write to."),
            new Field("phone", Shapes.Line, "The number to call."),
            new Field("social", new ListShape(Shapes.Map(
                new Field("name", Shapes.Line, "What it is called.") { Required = true },
                new Field("url", new TextShape(Formats.WebAddress), "Where it is.") { Required = true })),
                "Its places elsewhere on the web.")),
            "Who publishes, for the footer and every message."),
        new Field("theme", Shapes.Map(
            new Field("colours", new TableShape(new TextShape(Formats.Colour)), "Colours by name, as #rrggbb in quotes.") { OtherNames = ["colors"] },
            new Field("logo", new TextShape(Formats.FilePath), "The path of the logo.")),
            "How it looks."),
        new Field("share-images", new ChoiceShape(["all", "latest", "none"]), "Which issues get an image to be shared with.") { Default = "all" },
        new Field("committees", Shapes.Committees, "The committees whose updates the publication carries."),
        new Field("registers", Shapes.Registers, "Registers of numbered things, whose ids link themselves."),
        new Field("series", Shapes.Series, "Issues that belong together."),
        new Field("acronyms", Shapes.Acronyms, "Acronyms with what they stand for."),
        new Field("labels", new TreeShape(), "Words of the templates to replace, by their keys in templates/i18n."),
        new Field(
            "holidays",
            new EitherShape(Shapes.Id, Shapes.Map(
                new Field("calendar", Shapes.Id, "The calendar of public holidays.") { Default = "england-and-wales" },
                new Field("also", new ListShape(Shapes.Date), "Holidays besides."),
                new Field("except", new ListShape(Shapes.Date), "Holidays of the calendar that are worked."))),
            "The public holidays that Working Days are counted by: a calendar, or one with days added and taken out.")
        {
            Default = "england-and-wales",
        },
        new Field("checks", new TableShape(new ChoiceShape(["off", "info", "warning", "error"])), "The severity of rules, by code.") { Names = NameKind.Rule },
        new Field("style", Shapes.Map(
            new Field("terms", new ListShape(Shapes.Term), "Terms as the house spells them."),
            new Field("quotes", new ChoiceShape(["consistent", "curly", "straight", "any"]), "Which quotation marks and apostrophes an issue has.") { Default = "consistent" },
            new Field("dashes", new ChoiceShape(["consistent", "en", "em", "any"]), "Which dashes an issue has between parts of a sentence.") { Default = "consistent" },
            new Field("spaces", new ChoiceShape(["single", "any"]), "Whether two spaces may stand in a row.") { Default = "single" },
            new Field("known-acronyms", new ListShape(Shapes.Line), "Acronyms that every reader knows.")),
            "How the house writes."),
        new Field("raw-html", Shapes.Boolean, "Whether HTML in Markdown is kept, sanitised.") { Default = "false" },
        new Field("email", Shapes.Map(
            new Field("editions", new ChoiceShape(["latest", "all", "none"]), "Which issues' email editions the site carries.") { Default = "latest" },
            new Field("from", new TextShape(Formats.MailboxText), "Who the email is from."),
            new Field("reply-to", new TextShape(Formats.MailboxText), "Where answers go."),
            new Field("list-id", new TextShape(Formats.Domain), "The mailing list's identifier (RFC 2919)."),
            new Field("postal-address", Shapes.Text, "The postal address that stands in every email."),
            new Field("unsubscribe-url", new TextShape(Formats.UnsubscribeUrl), "The https address to unsubscribe at, with {token} in it.")),
            "The email edition."),
        new Field("streams", new ListShape(Shapes.Map(
            new Field("id", Shapes.Id, "The name other places use for it.") { Required = true },
            new Field("kind", new ChoiceShape(["consent", "service"]), "Whether it is sent on consent or under an obligation.") { Default = "consent" },
            new Field("on-unknown", new ChoiceShape(["hold", "resend"]), "What becomes of a message whose fate is unknown.") { Default = "hold" })),
            "What subscribers subscribe to."),
        new Field("relays", new ListShape(Shapes.Map(
            new Field("host", new TextShape(Formats.Host), "The mail server.") { Required = true },
            new Field("port", Shapes.Port, "Its port.") { Default = "587, or 465 with tls, or 25 with none" },
            new Field("security", new ChoiceShape(["starttls", "tls", "none"]), "How the connection is secured.") { Default = "starttls" },
            new Field("user", Shapes.Line, "The name to sign in with."),
            PasswordEnv,
            Password)),
            "Mail servers to send through, tried in order."),
        new Field("rates", Shapes.Map(
            new Field("per-domain", new TextShape(Formats.RateText), "The most messages to one recipient domain, such as 60/min.")),
            "How fast to send."),
        new Field("dkim", Shapes.Map(
            new Field("domain", new TextShape(Formats.Domain), "The signing domain.") { Required = true },
            new Field("selector", new TextShape(Formats.Selector), "The selector of its key.") { Required = true },
            new Field("key-file", Shapes.Line, "The file that holds the private key.") { Required = true }),
            "DKIM signing."),
        new Field("bounces", Shapes.Map(
            new Field("kind", new ChoiceShape(["imap", "pop"]), "How the mailbox is read.") { Default = "imap" },
            new Field("host", new TextShape(Formats.Host), "The mail server.") { Required = true },
            new Field("port", Shapes.Port, "Its port."),
            new Field("user", Shapes.Line, "The name to sign in with.") { Required = true },
            PasswordEnv,
            Password),
            "The mailbox that bounces come back to."),
        new Field("secret-env", new TextShape(Formats.EnvironmentVariable), "The environment variable that holds the key of tokens.") { Default = "SECPRESS_SECRET" },
        new Field("secret", Shapes.Text, "Not here: use secret-env.")
        {
            SecretMend = "Take it out, put the secret into an environment variable, and name that one with 'secret-env'.",
        },
        Password,
        new Field("store", new TextShape(Formats.Store), "Where subscribers and deliveries are kept.") { Default = "sqlite:subscribers.db" });

    /// <summary>The files of <c>content/data</c> by name; what they hold is added to the key of <c>site.yml</c> of the same name.</summary>
    public static readonly ImmutableSortedDictionary<string, Shape> Data = ImmutableSortedDictionary.CreateRange<string, Shape>(
        StringComparer.Ordinal,
        [
            new("acronyms.yml", Shapes.Acronyms),
            new("committees.yml", Shapes.Committees),
            new("registers.yml", Shapes.Registers),
        ]);
}

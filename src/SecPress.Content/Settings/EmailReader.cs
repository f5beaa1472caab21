using SecPress.Content.Schemas;
using SecPress.Model.Settings;

namespace SecPress.Content.Settings;

/// <summary>The settings of the email edition and of delivery, out of their mappings.</summary>
internal static class EmailReader
{
    public static EmailSettings EmailOf(MapReader map) => new()
    {
        Editions = map.Choice("editions") switch
        {
            "all" => PublishedEditions.All,
            "none" => PublishedEditions.None,
            _ => PublishedEditions.Latest,
        },
        From = map.Text("from") is { } from ? MailboxParser.Parse(from) : null,
        ReplyTo = map.Text("reply-to") is { } replyTo ? MailboxParser.Parse(replyTo) : null,
        ListId = map.Text("list-id"),
        PostalAddress = map.Text("postal-address") ?? "",
        UnsubscribeUrl = map.Text("unsubscribe-url"),
    };

    public static Relay? RelayOf(MapReader map)
    {
        if (map.Text("host") is not { } host)
        {
            return null;
        }

        var security = map.Choice("security") switch
        {
            "tls" => RelaySecurity.Tls,
            "none" => RelaySecurity.None,
            _ => RelaySecurity.StartTls,
        };
        var port = map.Integer("port") ?? security switch
        {
            RelaySecurity.Tls => 465,
            RelaySecurity.None => 25,
            _ => 587,
        };
        return new Relay(host, port, security, map.Text("user"), map.Text("password-env"));
    }

    public static Dkim? DkimOf(MapReader map) =>
        map.Text("domain") is { } domain && map.Text("selector") is { } selector && map.Text("key-file") is { } file
            ? new Dkim(domain, selector, file)
            : null;

    public static BounceMailbox? BouncesOf(MapReader map) =>
        map.Text("host") is { } host && map.Text("user") is { } user
            ? new BounceMailbox(map.Choice("kind"), host, map.Integer("port"), user, map.Text("password-env"))
            : null;
}

using SecPress.Mailing.Stores;
using SecPress.Model.Settings;

namespace SecPress.Cli.Commands;

/// <summary>The store of a site, as its settings name it.</summary>
internal static class StoreOpener
{
    /// <exception cref="StoreUnavailableException">It cannot be used; the command line ends every command with that.</exception>
    public static IMailStore Open(Desk desk, SiteSettings settings) =>
        MailStore.Open(settings.Store, desk.SiteFolder, desk.Terminal.Environment, desk.Terminal.Clock);
}

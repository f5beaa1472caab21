using SecPress.Mailing.Preflight;

namespace SecPress.Cli.Printing;

/// <summary>Prints what was looked at, a line each: how it stands, what it is, what was seen; below it how to mend it.</summary>
internal sealed class FindingPrinter(Desk desk)
{
    private const int HealthWidth = 9;
    private const int SubjectWidth = 14;

    private readonly bool colors = desk.Terminal.OutputIsInteractive && desk.Colors;

    public void Print(Finding finding)
    {
        if (desk.IsQuiet && finding.Health is (Health.Fine or Health.Skipped))
        {
            return;
        }

        var word = WordOf(finding.Health);
        var rule = finding.Rule is { } broken && finding.Mend.Length > 0 ? $" ({broken.Code})" : "";
        desk.Terminal.Output.WriteLine($"{Painted(word, finding.Health)}{new string(' ', HealthWidth - word.Length)}{finding.Subject.PadRight(SubjectWidth - 1)} {finding.Seen}{rule}");
        if (finding.Mend.Length > 0)
        {
            desk.Terminal.Output.WriteLine(new string(' ', HealthWidth + SubjectWidth) + finding.Mend);
        }
    }

    public void PrintCount(IReadOnlyCollection<Finding> findings)
    {
        var counts = Enum.GetValues<Health>().Select(h => (Count: findings.Count(f => f.Health == h), Word: WordOf(h))).Where(c => c.Count > 0);
        desk.Say(string.Join(", ", counts.Select(c => c.Word == "warning" ? Plural.Of(c.Count, "warning") : $"{c.Count} {c.Word}")));
    }

    private static string WordOf(Health health) => health switch
    {
        Health.Fine => "ok",
        Health.Warning => "warning",
        Health.Failed => "failed",
        _ => "skipped",
    };

    private string Painted(string word, Health health) => !colors ? word : health switch
    {
        Health.Fine => $"\e[32m{word}\e[0m",
        Health.Warning => $"\e[33m{word}\e[0m",
        Health.Failed => $"\e[31m{word}\e[0m",
        _ => word,
    };
}

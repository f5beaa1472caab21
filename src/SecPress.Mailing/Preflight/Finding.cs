using SecPress.Model.Diagnostics;

namespace SecPress.Mailing.Preflight;

public enum Health
{
    Fine,

    /// <summary>It works, and may do harm.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,

    /// <summary>It was not looked at.</summary>
    Skipped,
}

/// <summary>One thing that was looked at before anything is sent.</summary>
/// <param name="Health">How it stands.</param>
/// <param name="Subject">What it is, in a word or two: <c>SPF</c>, <c>store</c>.</param>
/// <param name="Seen">What was seen: one sentence without a full stop.</param>
public sealed record Finding(Health Health, string Subject, string Seen)
{
    /// <summary>The rule that is broken, where one is.</summary>
    public Rule? Rule { get; init; }

    /// <summary>How to mend it: a sentence or two; empty when there is nothing to mend.</summary>
    public string Mend { get; init; } = "";

    public static Finding Fine(string subject, string seen) => new(Health.Fine, subject, seen);

    public static Finding Skipped(string subject, string seen) => new(Health.Skipped, subject, seen);

    public static Finding Warning(string subject, Rule? rule, string seen, string mend) => new(Health.Warning, subject, seen) { Rule = rule, Mend = mend };

    public static Finding Failed(string subject, Rule? rule, string seen, string mend) => new(Health.Failed, subject, seen) { Rule = rule, Mend = mend };
}

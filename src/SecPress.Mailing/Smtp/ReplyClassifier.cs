namespace SecPress.Mailing.Smtp;

/// <summary>What an answer means for the copy it was given for.</summary>
public enum Verdict
{
    Accepted,
    Defer,

    /// <summary>There is no such mailbox.</summary>
    FailAndSuppress,

    /// <summary>Refused for now or for good: only a second time proves it.</summary>
    FailAndSuppressOnRepeat,

    /// <summary>Refused without a reason a machine can trust.</summary>
    FailAndScore,

    /// <summary>Refused for something that says nothing about the mailbox.</summary>
    Fail,

    /// <summary>The receiving side's policy: never the mailbox's fault.</summary>
    FailByPolicy,

    /// <summary>The message is at fault, if other domains say so too.</summary>
    MessageAtFault,

    /// <summary>It concerns us and never the recipient: stop and tell the editor.</summary>
    WeAreAtFault,
}

/// <summary>What an answer means, by the stage it came at and its enhanced status (RFC 3463; RFC 5321 §4.2).</summary>
public static class ReplyClassifier
{
    public static Verdict Classify(SmtpStage stage, SmtpReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return (reply.Code / 100) switch
        {
            2 when stage == SmtpStage.Body => Verdict.Accepted,
            5 when stage <= SmtpStage.MailFrom => Verdict.WeAreAtFault,
            5 => Refusal(stage, reply),
            _ => Verdict.Defer,
        };
    }

    private static Verdict Refusal(SmtpStage stage, SmtpReply reply) => reply.Enhanced switch
    {
        { Class: 5, Subject: 1, Detail: 1 or 2 or 3 or 10 } => Verdict.FailAndSuppress,
        { Class: 5, Subject: 2, Detail: 1 or 2 } => Verdict.FailAndSuppressOnRepeat,
        { Class: 5, Subject: 7 } => Verdict.FailByPolicy,
        { Class: 5, Subject: 3, Detail: 4 } or { Class: 5, Subject: 5 or 6 } when stage > SmtpStage.RecipientTo => Verdict.MessageAtFault,
        null when reply.Code == 550 => Verdict.FailAndScore,
        _ => Verdict.Fail,
    };
}

using SecPress.Mailing.Smtp;

namespace SecPress.Tests.Mailing.Smtp;

public sealed class ReplyClassifierTests
{
    [Theory]
    [InlineData(SmtpStage.Body, 250, "2.0.0 Ok", Verdict.Accepted)]
    [InlineData(SmtpStage.Greeting, 421, "busy", Verdict.Defer)]
    [InlineData(SmtpStage.Greeting, 554, "no", Verdict.WeAreAtFault)]
    [InlineData(SmtpStage.Hello, 550, "5.7.1 no", Verdict.WeAreAtFault)]
    [InlineData(SmtpStage.Authenticate, 535, "5.7.8 wrong", Verdict.WeAreAtFault)]
    [InlineData(SmtpStage.Authenticate, 454, "4.7.0 later", Verdict.Defer)]
    [InlineData(SmtpStage.MailFrom, 550, "5.1.1 no such sender", Verdict.WeAreAtFault)]
    [InlineData(SmtpStage.MailFrom, 451, "4.3.0 later", Verdict.Defer)]
    [InlineData(SmtpStage.RecipientTo, 451, "4.7.1 greylisted", Verdict.Defer)]
    [InlineData(SmtpStage.RecipientTo, 550, "5.1.1 no such user", Verdict.FailAndSuppress)]
    [InlineData(SmtpStage.RecipientTo, 550, "5.1.2 no such host", Verdict.FailAndSuppress)]
    [InlineData(SmtpStage.RecipientTo, 553, "5.1.3 bad address", Verdict.FailAndSuppress)]
    [InlineData(SmtpStage.RecipientTo, 556, "5.1.10 null MX", Verdict.FailAndSuppress)]
    [InlineData(SmtpStage.RecipientTo, 550, "5.1.0 other", Verdict.Fail)]
    [InlineData(SmtpStage.RecipientTo, 550, "5.2.1 disabled", Verdict.FailAndSuppressOnRepeat)]
    [InlineData(SmtpStage.RecipientTo, 552, "5.2.2 full", Verdict.FailAndSuppressOnRepeat)]
    [InlineData(SmtpStage.RecipientTo, 550, "5.7.1 policy", Verdict.FailByPolicy)]
    [InlineData(SmtpStage.RecipientTo, 550, "no such user", Verdict.FailAndScore)]
    [InlineData(SmtpStage.RecipientTo, 550, "5.1 odd", Verdict.FailAndScore)]
    [InlineData(SmtpStage.RecipientTo, 551, "not local", Verdict.Fail)]
    [InlineData(SmtpStage.RecipientTo, 501, "5.5.4 bad parameter", Verdict.Fail)]
    [InlineData(SmtpStage.Data, 554, "5.5.1 no valid recipients", Verdict.MessageAtFault)]
    [InlineData(SmtpStage.Body, 550, "5.1.1 no such user", Verdict.FailAndSuppress)]
    [InlineData(SmtpStage.Body, 552, "5.3.4 too big", Verdict.MessageAtFault)]
    [InlineData(SmtpStage.Body, 554, "5.6.0 malformed", Verdict.MessageAtFault)]
    [InlineData(SmtpStage.Body, 554, "5.7.1 spam", Verdict.FailByPolicy)]
    [InlineData(SmtpStage.Body, 554, "no", Verdict.Fail)]
    [InlineData(SmtpStage.Body, 452, "4.2.2 full for now", Verdict.Defer)]
    [InlineData(SmtpStage.Body, 354, "what", Verdict.Defer)]
    public void An_answer_means(SmtpStage stage, int code, string text, Verdict verdict) =>
        Assert.Equal(verdict, ReplyClassifier.Classify(stage, new SmtpReply(code, text)));

    [Theory]
    [InlineData("2.0.0 Ok: queued as 4F2D81C0", "4F2D81C0")]
    [InlineData("OK id=1uV2ab-000123-4x", "1uV2ab-000123-4x")]
    [InlineData("2.6.0 <abc@host> Queued mail for delivery", null)]
    [InlineData("2.0.0 Ok", null)]
    public void A_queue_id_is_found_where_the_server_names_one(string text, string? id) => Assert.Equal(id, new SmtpReply(250, text).QueueId);
}

namespace SecPress.Mailing.Smtp;

/// <summary>How handing a message to a server ended.</summary>
internal abstract record Transmission
{
    /// <summary>The server answered: accepted or refused, but certain.</summary>
    public sealed record Answered(SmtpStage Stage, SmtpReply Reply) : Transmission;

    /// <summary>The connection was lost. Only with a complete body may the server have taken the message.</summary>
    public sealed record Lost(bool BodyWasComplete, string Detail) : Transmission;

    /// <summary>Not offered to the server, which lacks what the message needs.</summary>
    public sealed record Unfit(string Detail) : Transmission;
}

namespace SecPress.Cli.Printing;

/// <summary>Asks the person at the terminal; where there is none, or none wants to be asked, takes what is suggested.</summary>
internal sealed class Questions(Desk desk, bool silent)
{
    private readonly bool silent = silent || desk.Terminal.Input is null;

    /// <param name="question">Ends with a question mark.</param>
    /// <param name="suggestion">What an empty answer stands for.</param>
    /// <param name="refuse">Says what is wrong with an answer; null when nothing is.</param>
    public string Ask(string question, string suggestion, Func<string, string?> refuse)
    {
        while (!silent)
        {
            desk.Terminal.Output.Write($"{question} [{suggestion}] ");
            desk.Terminal.Output.Flush();
            if (desk.Terminal.Input!.ReadLine()?.Trim() is not { Length: > 0 } answer)
            {
                break;
            }

            if (refuse(answer) is not { } fault)
            {
                return answer;
            }

            desk.Terminal.Output.WriteLine("  " + fault);
        }

        return suggestion;
    }
}

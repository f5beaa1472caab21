using SecPress.Cli;

return await new CommandLine(Terminal.OfThisProcess()).RunAsync(args);

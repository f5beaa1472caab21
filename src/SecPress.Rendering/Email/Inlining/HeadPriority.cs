namespace SecPress.Rendering.Email.Inlining;

/// <summary>
/// Decides which declarations in the head must be important. A style attribute beats every rule, so what was inlined would win over
/// a rule for phones, dark mode or hovering that won before: such a rule is raised. Whatever beat a raised one must then be raised
/// as well, be it another kept rule or an inlined one, of which a copy then stays in the head.
/// </summary>
internal static class HeadPriority
{
    public static void Raise(IEnumerable<CascadeRule> kept)
    {
        var pending = new Queue<Candidate>();
        foreach (var rule in kept.Where(r => r.Competes))
        {
            for (var i = 0; i < rule.Declarations.Length; i++)
            {
                var candidate = new Candidate(rule, null, i);
                if (rule.Declarations[i].Important)
                {
                    pending.Enqueue(candidate);
                }
                else if (rule.Elements.Any(e => WinsOverInlined(candidate, e)))
                {
                    candidate.Raise();
                    pending.Enqueue(candidate);
                }
            }
        }

        while (pending.TryDequeue(out var raised))
        {
            IEnumerable<StyledElement> elements = raised.Rule?.Elements ?? [raised.Owner!];
            foreach (var element in elements)
            {
                foreach (var rival in element.Meeting(raised.Declaration.Property))
                {
                    if (!rival.IsRaised && rival.Beats(raised))
                    {
                        rival.Raise();
                        pending.Enqueue(rival);
                    }
                }
            }
        }
    }

    private static bool WinsOverInlined(Candidate candidate, StyledElement element)
    {
        var any = false;
        foreach (var rival in element.Meeting(candidate.Declaration.Property))
        {
            if (rival.IsInlined)
            {
                if (rival.Beats(candidate))
                {
                    return false;
                }

                any = true;
            }
        }

        return any;
    }
}

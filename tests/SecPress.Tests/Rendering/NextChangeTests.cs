using CsCheck;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Tests.Rendering.Support;

namespace SecPress.Tests.Rendering;

/// <summary>A build says when the next one would give something else although nobody changed a file. Nothing changes before.</summary>
public sealed class NextChangeTests
{
    [Fact]
    public void The_output_of_the_sample_changes_at_the_announced_times_and_at_no_other() => FollowsItsAnnouncements(SamplePublication.Site, 3);

    [Fact]
    public void So_does_that_of_any_publication()
    {
        var date = Gen.Int[-20, 70].Select(d => new LocalDate(2017, 7, 27).PlusDays(d));
        var entry = Gen.Select(date, Gen.Int[0, 3]).Select(e => new CalendarEntry(
            e.Item1, null, null, $"Event {e.Item2}", e.Item2 < 2 ? SamplePublication.Settings.Committees[e.Item2] : null, null, null, null, TextSpan.None));
        var consultation = Gen.Select(date.Nullable(), Gen.Int[0, 3], Gen.OneOf<ConsultationStatus?>(null, null, ConsultationStatus.Closed, ConsultationStatus.Withdrawn))
            .Select(c => new Consultation($"Consultation {c.Item2}", "The Board", null, c.Item1 is { } closes ? closes : null, null, c.Item3, TextSpan.None));
        Gen.Select(entry.Array[0, 3], consultation.Array[0, 2], date).Sample(
            (entries, consultations, sent) => FollowsItsAnnouncements(SamplePublication.Site with
            {
                Issues =
                [
                    SamplePublication.July with { Calendar = [.. entries], Consultations = [.. consultations] },
                    SamplePublication.Issues[1] with { Slug = "later", Sent = sent, Calendar = [.. entries.Take(1)] },
                ],
            }, 1),
            iter: 8);
    }

    private static void FollowsItsAnnouncements(Site site, int probes)
    {
        var clock = Instant.FromUtc(2017, 8, 1, 9, 0);
        for (var steps = 0; steps < 60; steps++)
        {
            var publication = At(site, clock);
            var files = Rendered.All(publication);
            var next = publication.NextChange;
            for (var i = 1; i <= probes; i++)
            {
                var span = (next ?? clock + Duration.FromDays(4000)) - clock;
                var probe = i == probes ? clock + span - Duration.FromSeconds(1) : clock + (span * (i / (double)probes));
                Assert.Equal(files, Rendered.All(At(site, probe)));
            }

            if (next is not { } change)
            {
                return;
            }

            Assert.NotEqual(files, Rendered.All(At(site, change)));
            clock = change;
        }

        Assert.Fail("It never comes to rest.");
    }

    private static Publication At(Site site, Instant clock)
    {
        var bag = new DiagnosticBag();
        var publication = Publication.Assemble(site, new PublicationOptions(clock), bag);
        Assert.False(bag.HasErrors);
        return publication;
    }
}

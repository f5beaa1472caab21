using System.Collections.Frozen;

namespace SecPress.Checks.Reading;

/// <summary>Words in capitals that every reader knows, or that are no acronyms.</summary>
internal static class CommonAcronyms
{
    private const string Text = """
        AC AD AGM AI AKA AM AOB API ASAP ATM AV BBC BC BCE BST CCTV CD CE CEO CEST CET CFO COO COVID CPU CSS CSV CTO CV CVE DIY DJ DNA DVD
        EDT EEA EEC EST EU EUR FAQ FBI FM FYI GBP GB GDP GDPR GIF GMT GPS HD HM HQ HR HTML HTTP HTTPS IBM ID INC IP IQ ISBN ISO ISP IT JPEG JPG JSON
        KB LAN LED LLC LLP LTD MA MB MBA MIT MP MW NASA NATO NB NGO NHS NYC OECD OK OS PA PC PDF PDT PIN PLC PM PNG PO PR PS PST QA QR RAM RFC
        RIP RSS RSVP SMS SOS SQL SUV SVG TB TBA TBC TBD TV UFO UK UN UNESCO UNICEF UNIX URL US USA USB USD UTC VAT VIP WC WHO WIFI WWW XML ZIP
        JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN
        CODE DUE EOF GET HOME JS LAST LICENSE LIST NGINX NVIDIA OWNERS PATH POST PUT README TLDR VS
        ALL AND ANY ARE BOTH BUT BY DO EACH FOR FREE FROM HAS IF IN IS IT MUST NEW NO NOT NOTE NOW OF ON ONE ONLY OR OUT THE THEY THIS TO TODO UP
        WILL WITH YES YOU YOUR ALSO MAY SHALL WAS WERE
        """;

    private static readonly FrozenSet<string> All =
        Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => All.Contains(word);
}

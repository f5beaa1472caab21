using System.Collections.Frozen;
using System.Text;

namespace SecPress.Rendering.Search;

/// <summary>
/// Folds letters so that a word is found however it is capitalised or accented: lower case, without diacritics, ligatures spelt out.
/// The platform cannot do it: under invariant globalisation <c>Normalize</c> changes nothing. The client is sent what
/// <see cref="Of"/> gives for the characters that occur, so that both sides fold alike.
/// </summary>
internal static class Folding
{
    // After each equals sign the lower-case letters that fold to what stands before it. Marks and the like fold to nothing.
    private const string Letters = """
        0=⁰₀ 1=¹₁ 2=²₂ 3=³₃ 4=⁴₄ 5=⁵₅ 6=⁶₆ 7=⁷₇ 8=⁸₈ 9=⁹₉
        a=ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ ae=æǣǽ b=ḃḅḇ c=çćĉċčḉ d=ďđðḋḍḏḑḓ dz=ǆǳ e=èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ f=ḟ
        ff=ﬀ fi=ﬁ fl=ﬂ ffi=ﬃ ffl=ﬄ g=ĝğġģǧǵḡ h=ĥħȟḣḥḧḩḫẖ i=ìíîïĩīĭįıİǐȉȋḭḯỉị ij=ĳ j=ĵǰ k=ķĸǩḱḳḵ l=ĺļľŀłḷḹḻḽ lj=ǉ m=ḿṁṃ
        n=ñńņňŋǹṅṇṉṋ nj=ǌ o=ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ oe=œ p=ṕṗ r=ŕŗřȑȓṙṛṝṟ s=śŝşšșſṡṣṥṧṩẛ ss=ß t=ţťŧțṫṭṯṱẗ th=þ
        u=ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự v=ṽṿ w=ŵẁẃẅẇẉẘ x=ẋẍ y=ýÿŷȳẏẙỳỵỷỹ z=źżžẑẓẕ
        α=άἀἁἂἃἄἅἆἇὰᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ ε=έἐἑἒἓἔἕὲ η=ήἠἡἢἣἤἥἦἧὴᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ ι=ΐίϊἰἱἲἳἴἵἶἷὶῐῑῒῖῗ μ=µ ο=όὀὁὂὃὄὅὸ ρ=ῤῥ σ=ς
        υ=ΰϋύὐὑὒὓὔὕὖὗὺῠῡῢῦῧ ω=ώὠὡὢὣὤὥὦὧὼᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
        а=ӑӓ г=ѓґ е=ѐёӗ ж=ӂӝ з=ӟ и=йѝӣӥ к=ќ о=ӧ у=ўӯӱӳ ч=ӵ ы=ӹ э=ӭ і=ї ا=آأإٱ و=ؤ ي=ئى ه=ة
        """;

    // Combining accents, Hebrew points, Arabic vowel signs and the stretching stroke.
    private static readonly (char First, char Last)[] Dropped =
        [('\u0300', '\u036F'), ('\u0591', '\u05C7'), ('\u0610', '\u061A'), ('\u0640', '\u0640'), ('\u064B', '\u065F'), ('\u0670', '\u0670')];

    // Full-width forms of ASCII lie at a fixed distance from it.
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthDistance = 0xFEE0;

    private static readonly FrozenDictionary<int, string> Table = Read();

    /// <summary>What a character is indexed as: itself when it folds to nothing else, empty when it is dropped.</summary>
    public static string Of(Rune rune)
    {
        if (rune.Value is >= FirstFullWidth and <= LastFullWidth)
        {
            rune = new Rune(rune.Value - FullWidthDistance);
        }

        var lower = Rune.ToLowerInvariant(rune);
        return Table.GetValueOrDefault(lower.Value) ?? lower.ToString();
    }

    private static FrozenDictionary<int, string> Read()
    {
        var table = new Dictionary<int, string>();
        foreach (var group in Letters.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = group.IndexOf('=', StringComparison.Ordinal);
            foreach (var rune in group[(equals + 1)..].EnumerateRunes())
            {
                table.Add(rune.Value, group[..equals]);
            }
        }

        foreach (var (first, last) in Dropped)
        {
            for (int c = first; c <= last; c++)
            {
                table.Add(c, "");
            }
        }

        return table.ToFrozenDictionary();
    }
}

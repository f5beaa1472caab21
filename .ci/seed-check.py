"""Checks that every sentence and table row of a newsletter's text stands in the documents made from it.

usage: seed-check.py SEED.txt DOCUMENT.html|DOCUMENT.txt ...

Whitespace and line breaks are of no account; words, numbers, quotes and punctuation are. In the seed a table's cells run
together ("10th JulyQuestion Hour"), so what is not found as a sentence is looked for as a row: its words and numbers in their
order in one row of a table, dates compared as dates. Prints one line a document, then what is missing; exits 1 if anything is.
"""

import html.parser
import pathlib
import re
import sys

# What the old newsletter's own template printed around the editor's words, and what must be found in its place: another text,
# the cells of a row as a tuple, or nothing. The product has labels of its own for these.
NOTHING = None
OLD_TEMPLATE = {
    # The page has a skip link of its own, and an email needs none.
    "Skip To The Main Content": NOTHING,
    "Sent on : June 29, 2017": "29 June 2017",
    # Alternative texts of images: markers before the highlights, logos in the footer.
    "blue-bullet": NOTHING,
    "yellow-bullet": NOTHING,
    "green-bullet": NOTHING,
    "twitter birdLinkedIn Logo": NOTHING,
    "Feedback Image": NOTHING,
    # Who publishes: the settings give the name, the address and the telephone number, and no notice of copyright.
    "Smart Energy Code (SEC)": "Smart Energy Code",
    "SECAS Helpdesk: +44 (0)20 7090 7755": "+44 (0)20 7090 7755",
    "2017 SECCo Ltd. All Rights Reserved.": NOTHING,
    # Headings of tables.
    "SMKI PMA SeatName": ("Seat", "Name"),
    "Date (2017)Meetings and Events": ("Date", "Meeting or event"),
    # Cells of the tables of seats and of parties.
    "(Re-nominated)": "re-appointed",
    "Current SEC Parties": "Current parties",
    "Accession of new Parties to the SEC since last Newsletter": "Accession of new parties since the last newsletter",
    "Parties withdrawing from the SEC": "Parties withdrawing",
    "Expulsion of Parties from the SEC": "Expulsion of parties",
    "Changes to SEC Panel Member employment status": "Changes to panel member employment status",
}

INLINE = set("a abbr b bdi bdo cite code dfn del em i img ins kbd mark q s samp small span strong sub sup time u var wbr".split())
VOID = set("area base br col embed hr img input link meta source track wbr".split())
UNSEEN = set("head style script template".split())
# More words than any row of data has: a row this long is one that lays out a mail.
LONGEST_ROW = 40
MONTHS = "january february march april may june july august september october november december".split()


class Document(html.parser.HTMLParser):
    """The words of a page, and those of each row of its tables. A row is the innermost: mail is laid out with tables."""

    def __init__(self, markup):
        super().__init__()
        self.words, self.rows = [], []
        self.open, self.open_rows = [], []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.part(tag)
        if tag == "tr":
            self.open_rows.append([])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        self.part(tag)
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag == "tr" and self.open_rows:
            self.rows.append("".join(self.open_rows.pop()))

    def handle_data(self, data):
        if UNSEEN.isdisjoint(self.open):
            self.words.append(data)
            if self.open_rows:
                self.open_rows[-1].append(data)

    def part(self, tag):
        """Blocks part words; inline elements do not."""
        if tag not in INLINE:
            self.handle_data(" ")

    def read(self):
        return "".join(self.words), self.rows


def read_text(text):
    """A plain text without its markers of links; a row may take up to three lines."""
    text = re.sub(r"\s?(\[\d+\]|<(https?|mailto):[^>]*>)", "", text)
    lines = text.splitlines()
    return text, ["\n".join(lines[at : at + size]) for size in (1, 2, 3) for at in range(len(lines))]


def squeeze(text):
    """One space between words, and none of the characters that have no width."""
    return " ".join(re.sub("[\u00ad\u034f\u200b-\u200d\u2060\ufeff]", "", text).split())


def tokens(text):
    """Words and numbers; a capital after a small letter or a digit starts a word. "10th July" and "10 Jul" are the same."""
    text = re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", text)
    text = re.sub(r"(?<=[a-z\d])(?=[A-Z])", " ", text)
    words = re.findall(r"[^\W\d_]+|\d+", text.lower())
    return [word[:3] if word in MONTHS else word for word in words]


def stands_in_row(wanted, rows):
    """Whether one row has all the words and numbers, in their order."""
    for row in rows:
        words = iter(row)
        if all(any(word == other for other in words) for word in wanted):
            return True
    return False


def wanted_parts(seed):
    """The seed's sentences and rows as (what it says, what to look for)."""
    for line in seed.splitlines():
        line = squeeze(line).removeprefix("• ").removeprefix("•").strip()
        said = line
        for old, new in OLD_TEMPLATE.items():
            if old in line:
                replacement = new if new is not NOTHING else ""
                line = replacement if old == line else line.replace(old, " ".join(replacement) if isinstance(replacement, tuple) else replacement)
                break
        if isinstance(line, tuple):
            yield said, " ".join(line)
        elif line.strip():
            for sentence in re.split(r"(?<=[.!?:;])\s+(?=\S)", line.strip()):
                yield sentence if line == said else said, sentence


def main():
    seed = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8-sig")
    wanted = list(wanted_parts(seed))
    complete = True
    for name in map(pathlib.Path, sys.argv[2:]):
        source = name.read_text(encoding="utf-8")
        text, rows = Document(source).read() if name.suffix == ".html" else read_text(source)
        text, rows = squeeze(text), [row for row in map(tokens, rows) if len(row) <= LONGEST_ROW]
        missing = [said for said, part in wanted if part not in text and not stands_in_row(tokens(part), rows)]
        complete = complete and not missing
        print(f"seed-check {'FAIL' if missing else 'PASS'} {name.name}: {len(wanted) - len(missing)} of {len(wanted)} sentences and rows")
        for said in missing:
            print(f"  missing: {said}")
    return 0 if complete and len(sys.argv) > 2 else 1


sys.exit(main())

"""Looks for what each line of a newsletter of hundreds of issues says on the pages that were made of it.

usage: corpora-text.py SOURCE REPORT OUTPUT

SOURCE is the folder that was imported, REPORT the list that the import wrote, OUTPUT the site that was built. The line's words
must stand on its issue's page, comments, addresses and markup apart; or in the list, where the import says what it left out.
Prints one line, then what is missing; exits 1 if anything is.
"""

import html
import html.parser
import pathlib
import re
import sys

# Elements of HTML. With a capital, as in FromIterator<A> or Result<Option>, such a name is meant as a word.
TAGS = "a br code del em img ins li p pre option small strong sub sup wbr".split()


class PageText(html.parser.HTMLParser):
    """The words of a page's main part."""

    def __init__(self, markup):
        super().__init__()
        self.text, self.inside = [], False
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        self.inside = self.inside or tag == "main"

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "main"

    def handle_data(self, data):
        if self.inside:
            self.text.append(data)


def letters_of(text):
    """Letters and digits alone: markup parts words in one form and not in the other."""
    return "".join(filter(str.isalnum, text))


def body_of(path):
    """The Markdown below a head of YAML between dashes, or of lines up to an empty one."""
    text = path.read_text(encoding="utf-8-sig")
    return re.split(r"^---\s*$\n?", text, maxsplit=2, flags=re.M)[2] if text.startswith("---") else text.partition("\n\n")[2]


def lines_of(text):
    """What each line of a Markdown text says, without markup, comments and addresses."""
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.S)
    text = re.sub(r"^ *(`{3,}|~{3,}).*$", "", text, flags=re.M)
    text = re.sub(r"`\[([^][`]*)`\]\(", r"[`\1`](", text)
    text = re.sub(r"(?<!`)(`+)(?!`)([^`]+?)(?<!`)\1(?!`)", lambda code: html.escape(code[2]), text)
    labels = {label.lower() for label in re.findall(r"^ {0,3}\[([^]]+)\]:", text, flags=re.M)}
    text = re.sub(r"\]\[([^]]*)\]", lambda label: "]" if label[1].lower() in labels else label[0], text)
    text = re.sub(r"\]\(\s*<?(?:[^()\s]|\([^()\s]*\))*>?(\s+\"[^\"]*\")?\s*\)", "]", text)
    text = re.sub(r"^ {0,3}\[[^]]+\]:\s*\S+.*$", "", text, flags=re.M)
    text = re.sub(r"^([\s>]*)\d+[.)]\s", r"\1", text, flags=re.M)
    text = re.sub(r"\{#[\w-]+\}$", "", text, flags=re.M)
    text = re.sub(r"</?(?:%s)\b[^>]*>" % "|".join(TAGS), "", text)
    return filter(None, map(letters_of, html.unescape(text).splitlines()))


def slug_of(path):
    """The slug that an import gives: the file's name, its day with two digits, in small letters."""
    name = re.sub(r"^(\d{4}-\d\d)-(\d)-", r"\1-0\2-", path.stem).lower()
    return re.sub(r"[\W_]+", "-", name)[:50].strip("-")


def main(source, report, output):
    left_out, lost, count = letters_of(report.read_text(encoding="utf-8")), [], 0
    for path in sorted(source.iterdir()):
        if path.suffix in (".md", ".markdown"):
            page = "".join(PageText((output / "issues" / slug_of(path) / "index.html").read_text(encoding="utf-8")).text)
            # Where a link of such a kind stood, its address stands behind the words.
            page = letters_of(re.sub(r"\((irc|ftp)://[^)\s]*\)", "", page))
            for line in lines_of(body_of(path)):
                count += 1
                if line not in page and line not in left_out:
                    lost.append(f"  {path.name}: {line}")
    print(f"corpora-text {'FAIL' if lost else 'PASS'} {source}: {count} lines, {len(lost)} lost")
    print("\n".join(lost[:40]), end="\n" if lost else "")
    return 1 if lost or not count else 0


sys.exit(main(*map(pathlib.Path, sys.argv[1:])))

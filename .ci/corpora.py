"""Turns a newsletter of hundreds of issues, written for another generator, into a site for SecPress.

usage: corpora.py lwkd|twir SOURCE SITE
       corpora.py text SITE OUTPUT

lwkd is Jekyll's: YAML between two lines of ---, and links of the form /2018/20180205. twir is Pelican's: lines of `Title:` and
`Date:`, and links of the form /blog/2020/12/16/this-week-in-rust-369/. The file's name becomes the slug, the issue's old address
an alias, the category and the tags its tags. A link to another issue leads to that issue's file; what the old site had and the
folder has not is linked to where it stands on the old site.

What is wrong in a text is mended, and each kind of mending is counted and printed:
  a date that is missing or weeks from the file's name is taken from the name; a link without an address, or to a file that never
  was, keeps its words; a link of a kind that SecPress refuses (irc:, ftp:) keeps them with the address behind; a misspelled
  scheme, doubled brackets and crossed ones are put right; a definition without an address, which hides those that follow, is
  taken out, and so are scripts and control characters; <A>, which is meant as text and looks like a link's tag, gets its
  backslash; a picture that is not in the folder becomes a link to it, so that no page asks another site for anything.

`text` looks for what each line of each issue says on its page, comments, addresses and markup apart. Prints one line, then what
is missing; exits 1 if anything is.
"""

import collections
import datetime
import html.parser
import pathlib
import re
import shutil
import sys

mended = collections.Counter()

SITES = {
    "lwkd": dict(title="Last Week in Kubernetes Development", base="https://lwkd.example.org/", old="https://lwkd.info"),
    "twir": dict(title="This Week in Rust", base="https://twir.example.org/", old="https://this-week-in-rust.org"),
}

SETTINGS = """\
title: {title}
description: {title}, converted to see how SecPress bears {count} issues.
base-url: {base}
language: en
timezone: UTC
raw-html: true
email:
  from: "{title} <news@example.org>"
  postal-address: 1 Example Street, Anytown
"""

# Elements of HTML. With a capital, as in FromIterator<A> or Result<Option>, such a name is meant as a word.
TAGS = "a br code del em img ins li p pre option small strong sub sup wbr".split()
# The best guess at which day an issue went out is its front matter's, unless that is further than this from its name's.
MOST_DAYS_APART = 31


def mend(kind, text, count=1):
    mended[kind] += count
    return text


class Issue:
    """One issue: what its head says, its body as Markdown, and where it stood."""

    def __init__(self, path, head, body):
        self.path, self.head, self.body = path, head, body
        self.title = head.get("title", path.stem).strip().strip('"')
        # The name with single-digit days padded, so that slugs sort by date.
        self.slug = re.sub(r"^(\d{4}-\d\d)-(\d)-", r"\1-0\2-", path.stem)
        self.sent = self.date()
        self.tags = [tag for key in ("category", "tags") for tag in map(str.strip, head.get(key, "").split(",")) if tag]
        self.anchors = {}

    def date(self):
        named = datetime.datetime(*map(int, re.match(r"(\d+)-(\d+)-(\d+)", self.path.name).groups())) if self.path.name[0].isdigit() else None
        given = re.match(r"\s*(\d+)-(\d+)-(\d+)(?: (\d+):(\d+))?", self.head.get("date", ""))
        if not given:
            return mend("dates that were missing", named)
        try:
            given = datetime.datetime(*(int(part or 0) for part in given.groups()))
        except ValueError:
            return mend("dates that do not exist", named)
        if named and abs((given - named).days) > MOST_DAYS_APART:
            return mend("dates far from the file's name", named)
        return given


def read_jekyll(path):
    _, head, body = re.split(r"^---\s*$\n?", path.read_text(encoding="utf-8-sig"), maxsplit=2, flags=re.M)
    issue = Issue(path, head_of(head), body)
    issue.old = f"/{issue.sent:%Y/%Y%m%d}"
    return issue


def read_pelican(path):
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".rst":
        title, head, body = text.split("\n\n", 2)
        head, body = head_of(re.sub(r"^:(\w+):", r"\1:", head, flags=re.M)), markdown_of(body)
        head["title"] = title.splitlines()[0]
    else:
        head, _, body = text.partition("\n\n")
        head = head_of(head)
    issue = Issue(path, head, body)
    issue.old = f"/blog/{issue.sent:%Y/%m/%d}/{head.get('slug') or slug_of(issue.title)}"
    return issue


def head_of(lines):
    pairs = (line.partition(":") for line in lines.splitlines() if re.match(r"\w+:", line))
    return {key.lower(): value.strip() for key, _, value in reversed(list(pairs))}


def slug_of(title):
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", title).strip().lower())


def markdown_of(body):
    """The little reStructuredText that one issue is written in: underlined headings, literals, links by name."""
    body = re.sub(r"^(.+)\n-{4,}$", r"## \1", body, flags=re.M)
    body = re.sub(r"^\.\. _([^:]+): (\S+)$", r"[\1]: \2", body, flags=re.M)
    body = re.sub(r"``(.+?)``", r"`\1`", body)
    body = re.sub(r"(?<!`)`([^`]+?)`_", lambda name: "[" + " ".join(name[1].split()) + "]", body)
    return re.sub(r"\b(\w+)_(?=\W)", r"[\1]", body)


class Mender:
    """Mends the body of one issue, line by line, and never in code."""

    TARGET = re.compile(r"(!?)\[((?:[^][\\]|\\.|\[(?:[^][\\]|\\.)*\])*)\]\((\(?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)?)((?:\s+\"[^\"]*\")?)\)")
    DEFINITION = re.compile(r"^( {0,3}\[[^]]+\]:\s*)(\S+)(.*)$")

    def __init__(self, old_site, issues_by_address):
        self.old_site, self.issues = old_site, issues_by_address

    def mend(self, body):
        body = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", lambda _: mend("control characters", ""), body)
        body = re.sub(r"^\[[^]]+\]:\s*\n(?=\S)", lambda _: mend("definitions without an address", ""), body, flags=re.M)
        body = re.sub(r"<script.*?</script>", lambda _: mend("scripts", ""), body, flags=re.S)
        body = re.sub(r"</?noscript>", "", body)
        lines, fence, comment = [], None, False
        for line in body.splitlines():
            mark = re.match(r"\s*(`{3,}|~{3,})", line)
            comment = comment or line.lstrip().startswith("<!--")
            if fence:
                fence = None if mark and mark[1].startswith(fence) else fence
            elif mark:
                fence = mark[1]
            elif not comment:
                line = self.mend_line(line)
            comment = comment and "-->" not in line
            lines.append(line)
        return "\n".join(lines) + "\n"

    def mend_line(self, line):
        definition = self.DEFINITION.match(line)
        if definition:
            address = self.address(definition[2])
            return definition[1] + (address or definition[2]) + definition[3]
        line = re.sub(r"`\[([^][`]*)`\]\(", lambda words: mend("crossed brackets and backticks", f"[`{words[1]}`]("), line)
        # A link may hold code in its words, so links are mended first, code and all.
        line = self.TARGET.sub(self.link, line)
        parts = re.split(r"((?<!`)(`+)(?!`).*?(?<!`)\2(?!`))", line)
        return "".join(part if at % 3 else self.mend_text(part) for at, part in enumerate(parts) if at % 3 != 2)

    def mend_text(self, text):
        def tag(found):
            return mend("words like tags", "\\" + found[0]) if found[1].lower() in TAGS else found[0]

        return re.sub(r"(?<!\\)</?([A-Z]\w*)>", tag, text)

    def link(self, found):
        picture, words, address, title = found.groups()
        target = self.address(address)
        inner = re.fullmatch(r"!\[([^]]+)\]\([^)]*\)", words)
        if inner:
            words = mend("pictures that are links now", inner[1])
        if picture and target:
            return mend("pictures that are links now", f"[{words or 'Picture'}]({target})")
        if target is None and re.match(r"(irc|ftp)://", address):
            return mend("links of a kind that is refused", f"{words} ({address})")
        return f"{picture}[{words}]({target}{title})" if target else mend("links that led nowhere", words)

    def address(self, address):
        """Where a link leads now; None when nowhere."""
        address = address.strip("<>")
        if address.startswith("("):
            address = mend("doubled brackets", address.strip("()"))
        if re.match(r"h?h?ttps?://", address) and not re.match(r"https?://", address):
            address = mend("misspelled schemes", re.sub("^h*t", "ht", address))
        if address.startswith("www."):
            address = mend("missing schemes", "https://" + address)
        inside = re.sub(r"^https?://(www\.)?" + re.escape(self.old_site.split("//")[1]), "", address)
        path, _, anchor = inside.partition("#")
        issue = self.issues.get(path.rstrip("/"))
        if issue:
            if anchor:
                issue.anchors[anchor] = None
            return issue.slug + ".md" + ("#" + anchor if anchor else "")
        if re.match(r"(https?|mailto|tel):", address):
            return address
        return self.old_site + address if address.startswith("/") and not address.startswith("//") else None


def give_anchors(issue):
    """Headings that links lead to get the ids that Jekyll gave them: words and digits, spaces as hyphens."""

    def heading(found):
        words = re.sub(r"\]\([^)]*\)", "", found[2])
        anchor = re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", words).strip().lower())
        return found[0] + (f" {{#{anchor}}}" if anchor in issue.anchors else "")

    return re.sub(r"^(#+) (.*)$", heading, issue.body, flags=re.M)


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def convert(name, source, site):
    settings = SITES[name]
    read = read_jekyll if name == "lwkd" else read_pelican
    issues = [read(path) for path in sorted(source.iterdir()) if path.suffix in (".md", ".markdown", ".rst")]
    mender = Mender(settings["old"], {issue.old: issue for issue in issues})
    folder = site / "content" / "issues"
    folder.mkdir(parents=True)
    for issue in issues:
        issue.body = mender.mend(issue.body)
    for issue in issues:
        time = f"{issue.sent:T%H:%M}" if issue.sent.hour or issue.sent.minute else ""
        head = [f"title: {quote(issue.title)}", f"sent: {issue.sent:%Y-%m-%d}{time}", f"aliases: [{issue.old}/]"]
        if issue.tags:
            head.append(f"tags: [{', '.join(map(quote, dict.fromkeys(issue.tags)))}]")
        text = "\n".join(["---", *head, "---", "", give_anchors(issue)])
        (folder / f"{issue.slug}.md").write_text(text, encoding="utf-8")
    for path in sorted(source.glob("pages/*.md")):
        head, _, body = path.read_text(encoding="utf-8-sig").partition("\n\n")
        pages = site / "content" / "pages"
        pages.mkdir(exist_ok=True)
        (pages / path.name).write_text(f"---\ntitle: {quote(head_of(head)['title'])}\n---\n\n{mender.mend(body)}", encoding="utf-8")
    if (source / "images").is_dir():
        shutil.copytree(source / "images", site / "content" / "images")
    (site / "site.yml").write_text(SETTINGS.format(count=len(issues), **settings), encoding="utf-8")
    print(f"{name}: {len(issues)} issues; mended: " + (", ".join(f"{n} {kind}" for kind, n in sorted(mended.items())) or "nothing"))


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


def lines_of(text):
    """What each line of a Markdown text says, without markup, comments and addresses."""
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.S)
    text = re.sub(r"^ *(`{3,}|~{3,}).*$", "", text, flags=re.M)
    text = re.sub(r"(?<!`)(`+)(?!`)([^`]+?)(?<!`)\1(?!`)", lambda code: html.escape(code[2]), text)
    labels = {label.lower() for label in re.findall(r"^ {0,3}\[([^]]+)\]:", text, flags=re.M)}
    text = re.sub(r"\]\[([^]]*)\]", lambda label: "]" if label[1].lower() in labels else label[0], text)
    text = re.sub(r"\]\(\s*<?(?:[^()\s]|\([^()\s]*\))*>?(\s+\"[^\"]*\")?\s*\)", "]", text)
    text = re.sub(r"^ {0,3}\[[^]]+\]:\s*\S+.*$", "", text, flags=re.M)
    text = re.sub(r"^([\s>]*)\d+[.)]\s", r"\1", text, flags=re.M)
    text = re.sub(r"\{#[\w-]+\}$", "", text, flags=re.M)
    text = re.sub(r"</?(?:%s)\b[^>]*>" % "|".join(TAGS), "", text)
    return filter(None, map(letters_of, html.unescape(text).splitlines()))


def compare(site, output):
    lost, count = [], 0
    for path in sorted((site / "content" / "issues").glob("*.md")):
        page = letters_of("".join(PageText((output / "issues" / path.stem / "index.html").read_text(encoding="utf-8")).text))
        for line in lines_of(path.read_text(encoding="utf-8").split("\n---\n", 1)[1]):
            count += 1
            if line not in page:
                lost.append(f"  {path.name}: {line}")
    print(f"corpora-text {'FAIL' if lost else 'PASS'} {output}: {count} lines, {len(lost)} not on their page")
    print("\n".join(lost[:40]), end="\n" if lost else "")
    return 1 if lost or not count else 0


def main(name, source, target):
    if name == "text":
        return compare(pathlib.Path(source), pathlib.Path(target))
    convert(name, pathlib.Path(source), pathlib.Path(target))
    return 0


sys.exit(main(*sys.argv[1:]))

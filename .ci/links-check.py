"""Checks every link within a built site, fast: that the file is there, and the id behind a # on its page.

usage: links-check.py OUTPUT BASE_URL

For sites of a thousand pages, on which a crawler takes minutes. Reads href, src, srcset and poster of every tag. Prints one line,
then what is broken; exits 1 if anything is.
"""

import html
import pathlib
import re
import sys
import urllib.parse

TAG = re.compile(r"<[a-zA-Z][^>]*>")
REFERENCE = re.compile(r"""\s(href|src|srcset|poster)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
ID = re.compile(r"""\s(?:id|name)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")


def references(markup):
    for tag in TAG.findall(markup):
        for name, *values in REFERENCE.findall(tag):
            value = html.unescape("".join(values)).strip()
            yield from (part.split()[0] for part in value.split(",") if part.strip()) if name == "srcset" else [value]


def main(folder, base):
    folder = pathlib.Path(folder)
    pages = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    ids = {name: {html.unescape("".join(found)) for tag in TAG.findall(markup) for found in ID.findall(tag)} for name, markup in pages.items()}
    checked, broken = 0, []
    for name, markup in pages.items():
        for reference in references(markup):
            target, fragment = urllib.parse.urldefrag(urllib.parse.urljoin(base + name, reference))
            if not target.startswith(base):
                # The host's root, from a site that is published below a path.
                outside = target.startswith(base[: base.index("/", 8) + 1])
                checked += outside
                broken += [f"  {name}: {reference} leaves the site"] * outside
                continue
            checked += 1
            path = urllib.parse.unquote(target[len(base):].partition("?")[0])
            path += "index.html" if not path or path.endswith("/") else ""
            if path not in files:
                broken.append(f"  {name}: {reference} is not there")
            elif fragment and path in ids and urllib.parse.unquote(fragment) not in ids[path]:
                broken.append(f"  {name}: {reference} has no such id")
    print(f"links-check {'FAIL' if broken else 'PASS'} {folder}: {checked} links on {len(pages)} pages, {len(broken)} broken")
    print("\n".join(broken[:40]), end="\n" if broken else "")
    return 1 if broken or not checked else 0


sys.exit(main(*sys.argv[1:]))

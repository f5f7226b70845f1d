#!/usr/bin/env python3
"""Makes the table of word classes crates/engine/src/quote/data/tags.txt from MASC.

    python3 training/tags.py ../shared/data/pos/masc.jsonl.gz > crates/engine/src/quote/data/tags.txt

Words that are something else than a noun in one use of eight, and nouns that look like it. Python 3.11, standard library.
"""
import collections, gzip, json, sys

CLASSES = {'VBD': 'd', 'VBZ': 'z', 'VBP': 'b', 'VB': 'b', 'VBG': 'g', 'VBN': 'n',
           'JJ': 'j', 'JJR': 'j', 'JJS': 'j', 'RB': 'r', 'RBR': 'r', 'RBS': 'r'}
LEAST = 0.12


def main(path):
    seen = collections.defaultdict(collections.Counter)
    with gzip.open(path, 'rt', encoding='utf8') as lines:
        for line in lines:
            for sentence in json.loads(line)['sentences']:
                for word, tag in sentence:
                    kind = 'N' if tag in ('NN', 'NNS') else CLASSES.get(tag)
                    if kind: seen[word.lower()][kind] += 1
    print('# English words and what they can be, commonest first: d past, z third person, b base, g -ing form, n participle,')
    print('# j adjective, r adverb, N noun. Words that are only nouns are left out, unless they look otherwise. Source: MASC (Open American National Corpus, any purpose).')
    print('# Made by training/tags.py.')
    for word in sorted(seen):
        total = seen[word].total()
        kinds = ''.join(k for k, n in seen[word].most_common() if n / total >= LEAST)
        if total >= 2 and (kinds != 'N' or word.endswith(('ed', 'ing', 'ly'))) and word.replace('-', '').isalpha() and word.isascii():
            print(word, kinds)


if __name__ == '__main__':
    main(sys.argv[1])

#!/usr/bin/env python3
"""Learns how much each sign says that a content, or a source, belongs to a cue.

    linker.py SIGHTS DATA > ../../crates/engine/src/quote/data/links.txt

A multinomial logistic regression over the cues of a paragraph (for a content) and over its sources
(for a cue), with "none of them" as one more. Learned from the annotated spans of PolNeAR train.
The signs are those of crates/engine/src/quote/link.rs.
"""
import sys
import numpy as np
import torch

from corpus import Set, ROLES

QUOTED, FIRST = 38, 35
SIGNS = 72
NONE = SIGNS
UNIT = 256
MARKS = {',': 1, ':': 3, **{mark: 2 for mark in ('"', '“', '”', "'", '‘', '’', '``', "''")}}

OPENERS = {'that': 1, 'to': 2, **{word: 3 for word in ('whether', 'how', 'if', 'what', 'why')}}


def form(word):
    """What kind of cue ends with this word: "according to", "saying", "was told by"."""
    return 1 if word.lower() == 'to' else 2 if word.endswith('ing') else 3 if word.lower() == 'by' else 0


class Article:
    """One document's tokens, with the sentence of each and whether it stands in quotation marks."""

    def __init__(self, one, first, last):
        tokens = one.tokens[first:last]
        self.words = [one.words[word] for word in tokens['word']]
        flag = lambda at: (tokens['flags'] >> np.uint64(at) & np.uint64(1)).astype(int)
        self.sentence, self.quoted = flag(FIRST).cumsum(), flag(QUOTED)


def bucket(gap):
    return next((at for at, most in enumerate((0, 1, 2, 4, 9, 19, 39)) if gap <= most), 7)


def signs(article, cue, other, runs):
    """The signs of `other`, a content or a source, beside `cue`. `runs` are all cues, sources, contents."""
    before = int(other[0] < cue[0])
    first, last = (other[1], cue[0]) if before else (cue[1], other[0])
    out, at = [8 * before + bucket(max(0, last - first))], 16
    for kind in runs:
        between = sum(1 for run in kind if run[0] >= first and run[1] <= last)
        out.append(at + 3 * before + min(2, between)); at += 6
    near = (other, cue) if before else (cue, other)
    apart = article.sentence[near[1][0]] - article.sentence[near[0][1] - 1]
    out.append(at + 3 * before + min(2, max(0, apart))); at += 6
    edge = other[1] if before else other[0] - 1
    mark = MARKS.get(article.words[edge], 0) if 0 <= edge < len(article.words) else 0
    out.append(at + 4 * before + mark); at += 8
    quoted = 2 * article.quoted[other[0]] + article.quoted[cue[0]]
    out.append(at + 4 * before + quoted); at += 8
    out.append(at + 4 * before + OPENERS.get(article.words[other[0]].lower(), 0)); at += 8
    out.append(at + 4 * before + form(article.words[cue[1] - 1]))
    return out


def documents(one):
    """For each document its first and last token and, for each quote, the token runs of its roles."""
    ends = {}
    for document, first, last in one.blocks:
        start, _ = ends.get(document, (first, last))
        ends[document] = (start, last)
    for document, (first, last) in ends.items():
        tokens, quotes = one.tokens[first:last], []
        for quote in one.documents[document]['quotes']:
            runs = {}
            for role in ROLES:
                pieces = ((np.searchsorted(tokens['end'], start, side='right'), np.searchsorted(tokens['start'], end)) for start, end in quote[role])
                runs[role] = [(int(a), int(b)) for a, b in pieces if a < b]
            quotes.append(runs)
        block = np.zeros(last - first, dtype=int)
        for number, (_, start, end) in enumerate(own for own in one.blocks if own[0] == document):
            block[start - first:end - first] = number
        yield Article(one, first, last), block, quotes


def examples(one):
    """(signs of each candidate, the right one) for contents and for sources."""
    contents, sources = [], []
    for article, block, quotes in documents(one):
        runs = [sorted(run for quote in quotes for run in quote[role]) for role in ('cue', 'source', 'content')]
        cues = [(quote['cue'][0], number) for number, quote in enumerate(quotes) if quote['cue']]
        for number, quote in enumerate(quotes):
            for piece in quote['content']:
                near = [(cue, owner) for cue, owner in cues if block[cue[0]] == block[piece[0]]]
                if near:
                    right = next((at for at, (_, owner) in enumerate(near) if owner == number), len(near))
                    contents.append(([signs(article, cue, piece, runs) for cue, _ in near], right))
            for cue in quote['cue'][:1]:
                near = sorted({run for run in runs[1] if block[run[0]] == block[cue[0]]})
                if near:
                    right = next((at for at, run in enumerate(near) if run in quote['source']), len(near))
                    sources.append(([signs(article, cue, run, runs) for run in near], right))
    return contents, sources


def learn(all_examples):
    most = max(len(candidates) for candidates, _ in all_examples)
    size = len(all_examples[0][0][0])
    shape = (len(all_examples), most + 1)
    picks, right = np.full(shape + (size,), NONE + 1), np.zeros(shape[0], dtype=np.int64)
    is_there = np.zeros(shape, dtype=bool)
    for row, (candidates, answer) in enumerate(all_examples):
        for at, found in enumerate(candidates): picks[row, at] = found; is_there[row, at] = True
        picks[row, most, 0] = NONE; is_there[row, most] = True
        right[row] = answer if answer < len(candidates) else most
    picks, right, absent = torch.tensor(picks), torch.tensor(right), torch.tensor(~is_there)
    weights = torch.zeros(NONE + 1, requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=0.1)
    for _ in range(150):
        scores = torch.cat([weights, torch.zeros(1)])[picks].sum(2).masked_fill(absent, -1e9)
        loss = torch.nn.functional.cross_entropy(scores, right) + 1e-4 * (weights ** 2).sum()
        optimizer.zero_grad(); loss.backward(); optimizer.step()
    share = (scores.argmax(1) == right).float().mean().item()
    print(f'{len(all_examples)} examples, {share:.4f} right on what was learned from', file=sys.stderr)
    return [round(UNIT * weight) for weight in weights.tolist()]


def main(sights, data):
    torch.set_num_threads(1)
    one = Set.read(sights, f'{data}/quotes/polnear-train.jsonl.gz', 'quote')
    print('# Weights of signs, in 256ths: contents to cues, sources to cues. Learned by training/encoder/linker.py from PolNeAR train.')
    for name, learned in zip(('contents', 'sources'), map(learn, examples(one))):
        print(name, *learned)


if __name__ == '__main__':
    main(*sys.argv[1:])

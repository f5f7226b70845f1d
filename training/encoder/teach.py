#!/usr/bin/env python3
"""Tags what no annotator read, for a net that learns from its teachers.

    teach.py SIGHTS DATA GLOVE TEACHER TEACHER...

The teachers are nets that `train.py` made; the mean of what they say decides, for names with half of
what the linear tagger says of the same tokens (`sights` with linear:SET). Writes, for each set and
head of train.TAUGHT, SIGHTS/NAME.taught-HEAD.npy: one tag a token.
"""
import random, sys
import numpy as np
import torch

from corpus import NAMES, Set
from net import best_paths
from train import Reader, TAUGHT, batches, load_net

# What `sights` writes for one natural logarithm of the linear tagger's: 24 units of its own, each 14
# of the encoder's 1024ths.
UNIT = 24 * 14
# How much of the linear tagger's scores is added to the teachers'.
SHARE = 0.5
NAME_TAGS = 2 * len(NAMES) + 1


class Linear:
    """What the linear tagger says of a set: scores for tags, and for tags that follow each other."""

    def __init__(self, sights, name):
        read = lambda file: torch.tensor(np.fromfile(f'{sights}/{file}', dtype='<i4').reshape(-1, NAME_TAGS) * (SHARE / UNIT), dtype=torch.float32)
        self.scores, self.pairs = read(f'{name}.linear'), read('linear.pairs')

    def of(self, blocks, shape):
        scores = torch.zeros(shape)
        for row, (_, first, last) in enumerate(blocks): scores[row, :last - first] = self.scores[first:last]
        return scores


def mean(of): return sum(of) / len(of)


@torch.no_grad()
def taught(nets, reader, one, head, linear):
    """The tags of every token of a set."""
    heads = [net.heads[head] for net in nets]
    pairs, first = mean([one.pairs for one in heads]), mean([one.first for one in heads])
    if linear: pairs = pairs + linear.pairs
    tags = np.zeros(len(one.tokens), np.int8)
    for _, blocks in batches(one, one.blocks, 5000, random.Random(1)):
        *seen, mask, _ = reader.batch(one, blocks)
        scores = mean([own.score(net.encode(*seen, mask)) for net, own in zip(nets, heads)])
        if linear: scores = scores + linear.of(blocks, scores.shape)
        for (_, start, end), path in zip(blocks, best_paths(scores, pairs, first, mask)): tags[start:end] = path
    return tags


def main(sights, data, glove, *teachers):
    torch.set_num_threads(1)
    reader = Reader(glove)
    nets = [load_net(teacher, reader)[0] for teacher in teachers]
    for path, head, _ in TAUGHT:
        one = Set.read(sights, f'{data}/{path}.jsonl.gz', 'taught')
        reader.prepare(one)
        tags = taught(nets, reader, one, head, Linear(sights, one.name) if head == 'name' else None)
        np.save(f'{sights}/{one.name}.taught-{head}.npy', tags)
        print(f'{one.name} {head}: {(tags > 0).mean():.3f} of the tokens tagged', flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:])

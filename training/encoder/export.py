#!/usr/bin/env python3
"""Writes a trained encoder of convolutions as the engine reads it.

    export.py SIGHTS DATA GLOVE TRAINED OUT

Numbers between layers are 16 bits: their range is measured on a part of what was trained on. Of
the heads that were trained, those that the engine reads are written.
"""
import random, sys
import torch

import container
from corpus import Set, NAMES, ROLES
from net import DIMS, FLAGS
from train import Reader, batches, load_net

SHIPPED = {'name': NAMES, 'quote': ROLES}
# What the numbers between layers are measured on, and that for a model of the clean list.
MEASURED = (('entities/ww-train', 'name'), ('quotes/polnear-train', 'quote'))
CLEAN_MEASURED = (('entities/gmb', 'name'), ('entities/gum-train', 'name'))
# Room above the largest number that was seen.
ROOM = 1.25


def step(largest): return float(largest) * ROOM / 32767


def measured(net, reader, sights, data, sets):
    """The largest number of the input and after each layer."""
    most = {}
    def note(name):
        return lambda layer, seen, out: most.__setitem__(name, max(most.get(name, 0), float(out.abs().max())))
    net.input.join.register_forward_hook(lambda layer, seen, out: most.__setitem__('input', max(most.get('input', 0), float(seen[0].abs().max()))))
    net.input.join.register_forward_hook(note('join'))
    for path, kind in sets:
        one = Set.read(sights, f'{data}/{path}.jsonl.gz', kind)
        reader.prepare(one)
        for _, blocks in batches(one, random.Random(1).sample(one.blocks, 400), 3000, random.Random(1)):
            *seen, mask, _ = reader.batch(one, blocks)
            x = torch.relu(net.input(*seen))
            for at, layer in enumerate(net.encoder.layers):
                x = x * mask[:, :, None]
                x = x + torch.relu(layer(x.transpose(1, 2)).transpose(1, 2))
                most[at] = max(most.get(at, 0), float(x.abs().max()))
    return most


def layers(net, most):
    join = net.input.join
    yield container.convolution(join.weight.tolist(), join.bias.tolist(), step(most['join']), taps=1, curve='relu', residual=False)
    for at, layer in enumerate(net.encoder.layers):
        rows = layer.weight.permute(0, 2, 1).reshape(layer.weight.shape[0], -1)
        yield container.convolution(rows.tolist(), layer.bias.tolist(), step(most[at]), dilation=layer.dilation[0])


def head(name, labels, chain):
    tags = ['outside'] + [f'{label}-{place}' for label in labels for place in ('begin', 'inside')]
    zeros = [0.0] * len(tags)
    return container.head(name, tags, chain.score.weight.tolist(), chain.score.bias.tolist(), chain.pairs.tolist(), chain.first.tolist(), zeros)


@torch.no_grad()
def main(sights, data, glove, trained, out):
    torch.set_num_threads(1)
    reader = Reader(glove)
    net, args = load_net(trained, reader)
    most = measured(net, reader, sights, data, CLEAN_MEASURED if args.get('clean') else MEASURED)
    print('largest numbers', {name: round(number, 2) for name, number in most.items()})
    at = reader.centroids.shape[0] * reader.centroids.shape[2]
    names = sorted(reader.rows, key=reader.rows.get)
    sections = [('input', container.input_(net.input.size_in, step(most['input']))),
                ('words', container.words(names, reader.codes[1:].tolist(), reader.centroids.tolist(), 0))]
    for table, dims in zip(net.input.small, DIMS):
        sections.append(('table', container.table(table.weight.tolist(), at)))
        at += dims
    one_of = [[1.0 if row == column else 0.0 for column in range(FLAGS)] for row in range(FLAGS)]
    sections.append(('flags', container.table(one_of, at)))
    sections += [('layer', one) for one in layers(net, most)]
    sections += [('head', head(name, labels, net.heads[name])) for name, labels in SHIPPED.items() if name in net.heads]
    container.write(out, sections)


if __name__ == '__main__':
    main(*sys.argv[1:])

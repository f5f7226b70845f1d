#!/usr/bin/env python3
"""Trains the encoder and its heads; prints the scores on the development sets after each pass.

    train.py SIGHTS DATA GLOVE OUT [--shape conv:1,2,4,8] [--passes 10] [--heads name,quote] ...
"""
import argparse, random, time
import numpy as np
import torch

from corpus import Set, ROLES, NAMES, PARTS, REPEATED
from net import Net, FLAGS

# Set (with the variant that `sights` wrote), head, the kind of its tags, share of its blocks seen in each pass.
TRAINED = [
    ('entities/ww-train', 'name', 'name', 1.0),
    ('entities/ww-train.lower', 'name', 'name', 0.10),
    ('entities/ww-train.glued', 'name', 'name', 0.20),
    ('entities/wikigold', 'name', 'name', 1.0),
    ('entities/crossner-politics-train', 'name', 'name', 1.0),
    ('entities/wnut17-train', 'name', 'name', 1.0),
    ('entities/re3d', 'defence', 'name', 1.0),
    ('entities/gum-train', 'gum', 'name', 1.0),
    ('entities/gmb', 'gmb', 'name', 0.20),
    ('pos/masc', 'part', 'part', 0.20),
    ('quotes/polnear-train', 'quote', 'quote', 1.0),
]
# What a model may be trained on whose texts all may be given away.
CLEAN = [
    ('entities/wikigold', 'name', 'name', 1.0),
    ('entities/wnut17-train', 'name', 'name', 1.0),
    ('entities/gmb', 'name', 'name', 0.5),
    ('entities/re3d', 'name', 'name', 1.0),
    ('entities/gum-train', 'gum', 'name', 1.0),
    ('pos/masc', 'part', 'part', 0.20),
]
# Texts that no annotator read for this head, tagged by other nets (`teach.py`).
TAUGHT = [
    ('quotes/polnear-train', 'name', 0.20),
    ('entities/gmb', 'name', 0.12),
    ('pos/masc', 'name', 0.25),
    ('entities/ww-train', 'quote', 0.25),
    ('entities/gmb', 'quote', 0.10),
]
DEV = [('entities/ww-dev', 'name', 'name'), ('entities/uner-ewt-dev', 'name', 'name'),
       ('entities/crossner-politics-test', 'name', 'name'), ('quotes/polnear-dev', 'quote', 'quote')]
TAGS = {'name': ('chain', 2 * len(NAMES) + 1), 'quote': ('chain', 2 * len(ROLES) + 1), 'part': ('plain', len(PARTS))}


def spelled(word):
    """The spellings under which a word is looked up, the engine's own order."""
    plain = word.replace('’', "'")
    yield plain
    if '-' in plain: yield plain.rsplit('-', 1)[1]
    if plain.endswith('.'): yield plain[:-1]


class Reader:
    """Brings blocks of a set to tensors."""

    def __init__(self, glove):
        table = np.load(glove + '.npz')
        self.codes = np.concatenate([np.zeros((1, table['codes'].shape[1]), np.uint8), table['codes']])
        self.centroids = torch.tensor(table['centroids'])
        with open(glove + '.words', encoding='utf8') as lines:
            self.rows = {line.rstrip('\n'): at + 1 for at, line in enumerate(lines)}

    def prepare(self, one):
        found = [next((self.rows[s] for s in spelled(word) if s in self.rows), 0) for word in one.words]
        one.row = np.array(found, dtype=np.int64)[one.tokens['word']]
        bits = one.tokens['flags'][:, None] >> np.arange(FLAGS, dtype=np.uint64) & np.uint64(1)
        one.bits = bits.astype(np.uint8)

    def batch(self, one, blocks):
        most = max(last - first for _, first, last in blocks)
        shape = (len(blocks), most)
        rows, tags, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape, np.float32)
        ids, bits = np.zeros(shape + (6,), np.int64), np.zeros(shape + (FLAGS,), np.float32)
        for at, (_, first, last) in enumerate(blocks):
            own, size = slice(first, last), last - first
            rows[at, :size], tags[at, :size], mask[at, :size] = one.row[own], one.tags[own], 1
            ids[at, :size], bits[at, :size] = one.tokens['ids'][own], one.bits[own]
        codes = torch.tensor(self.codes[rows].astype(np.int64))
        known = torch.tensor((rows > 0).astype(np.float32))[:, :, None]
        return codes, known, torch.tensor(ids), torch.tensor(bits), torch.tensor(mask), torch.tensor(tags)


def batches(one, blocks, most, chance):
    """Blocks of like length together, at most `most` tokens each."""
    blocks = sorted(blocks, key=lambda block: (block[2] - block[1]) * (1 + 0.2 * chance.random()))
    out, now = [], []
    for block in blocks:
        length = block[2] - block[1]
        if now and length * (len(now) + 1) > most:
            out.append((one, now)); now = []
        now.append(block)
    return out + [(one, now)] if now else out


def spans(tags, of):
    """(first, last, label) of each run; `of` gives the label of a begin tag."""
    out, start = [], None
    for at, tag in enumerate(list(tags) + [0]):
        if start is not None and (tag == 0 or tag % 2 == 1 or tag != start[1] + 1):
            out.append((start[0], at, of[start[1] // 2])); start = None
        if tag and (tag % 2 == 1 or start is None): start = (at, tag if tag % 2 else tag - 1)
    return out


def evaluate(net, reader, one, head, kind):
    """Exact F1 by label, over runs of our tokens; near what the scorer says, a little kinder or harsher."""
    net.eval()
    counts = {}
    labels = ['PER', 'ORG', 'LOC', 'NORP', 'MISC', 'LOC'] if kind == 'name' else ROLES
    for _, blocks in batches(one, one.blocks, 4000, random.Random(1)):
        *seen, mask, tags = reader.batch(one, blocks)
        with torch.no_grad(): x = net.encode(*seen, mask)
        for path, gold, length in zip(net.heads[head].decode(x, mask), tags.tolist(), mask.sum(1).long().tolist()):
            found, right = set(spans(path, labels)), set(spans(gold[:length], labels))
            for label in set(labels):
                f, r = {s for s in found if s[2] == label}, {s for s in right if s[2] == label}
                c = counts.setdefault(label, [0, 0, 0])
                c[0] += len(f & r); c[1] += len(f); c[2] += len(r)
    f1 = lambda keys: 200 * sum(counts[k][0] for k in keys) / max(1, sum(counts[k][1] + counts[k][2] for k in keys))
    keys = ['PER', 'ORG', 'LOC'] if kind == 'name' else ROLES
    return f'{one.name} {f1(keys):.1f} (' + ' '.join(f'{k[:4]} {f1([k]):.1f}' for k in dict.fromkeys(labels)) + ')'


def options():
    args = argparse.ArgumentParser()
    for name in ('sights', 'data', 'glove', 'out'): args.add_argument(name)
    args.add_argument('--shape', default='conv:1,2,4,8', help='conv:DILATIONS or lstm:SIZE,LAYERS')
    args.add_argument('--size', type=int, default=160, help='what the input is brought to')
    args.add_argument('--passes', type=int, default=10)
    args.add_argument('--rate', type=float, default=2e-3)
    args.add_argument('--drop', type=float, default=0.25)
    args.add_argument('--tokens', type=int, default=1600, help='most tokens of a batch')
    args.add_argument('--seed', type=int, default=20261123)
    args.add_argument('--heads', default='name,defence,gum,gmb,part,quote')
    args.add_argument('--words', choices=('pretrained', 'hashed'), default='pretrained', help='hashed: without word vectors')
    args.add_argument('--clean', action='store_true', help='only texts that may all be given away')
    args.add_argument('--taught', action='store_true', help='also what teach.py tagged')
    args.add_argument('--leave', default='', help='sets to leave out, by parts of their paths')
    args.add_argument('--kept', default='../../crates/engine/tests/wikinews/ids.txt', help='articles kept for testing')
    return args.parse_args()


def read_sets(args, reader):
    """(set, head, share) of what is learned from."""
    with open(args.kept, encoding='utf8') as lines: kept = {line.strip() for line in lines}
    is_left_out = lambda id: id in kept or any(one in id for one in REPEATED)
    heads, sets = args.heads.split(','), []
    for path, head, kind, share in CLEAN if args.clean else TRAINED:
        if head in heads and not any(one and one in path for one in args.leave.split(',')):
            path, _, variant = path.partition('.')
            one = Set.read(args.sights, f'{args.data}/{path}.jsonl.gz', kind, is_left_out, variant and '.' + variant)
            print(one.name, len(one.blocks), 'blocks', flush=True)
            sets.append((one, head, share))
    for path, head, share in TAUGHT if args.taught else []:
        one = Set.read(args.sights, f'{args.data}/{path}.jsonl.gz', 'taught', is_left_out)
        one.tags = np.load(f'{args.sights}/{one.name}.taught-{head}.npy').astype(np.int64)
        sets.append((one, head, share))
    for one, _, _ in sets: reader.prepare(one)
    return sets


def read_dev(args, reader):
    """(set, head, kind of its tags) of what is scored."""
    dev = [(Set.read(args.sights, f'{args.data}/{path}.jsonl.gz', kind), head, kind) for path, head, kind in DEV if head in args.heads.split(',')]
    for one, _, _ in dev: reader.prepare(one)
    return dev


def make_net(reader, shape, heads, size, drop):
    kinds = {head: kind for _, head, kind, _ in TRAINED}
    return Net(reader.centroids, shape, {head: TAGS[kinds[head]] for head in heads}, size, drop)


def load_net(path, reader):
    """A trained net, and the options it was trained with."""
    saved = torch.load(path)
    args = saved['args']
    net = make_net(reader, args['shape'], saved['heads'], args['size'], 0.0)
    net.load_state_dict(saved['net']); net.eval()
    return net, args


class Average:
    """The running mean of a net's weights over its last steps."""

    def __init__(self, net):
        self.weights = {key: value.clone() for key, value in net.state_dict().items()}

    def follow(self, net, step):
        keep = min(0.99, step / (step + 200))
        for key, value in net.state_dict().items():
            if value.is_floating_point(): self.weights[key].mul_(keep).add_(value, alpha=1 - keep)


class Course:
    """A net on its way: its optimizer, its average, the steps it has done of all it will do."""

    def __init__(self, net, reader, rate):
        self.net, self.reader, self.rate, self.step, self.total = net, reader, rate, 0, None
        self.optimizer = torch.optim.Adam(net.parameters(), lr=rate, betas=(0.9, 0.98))
        self.average = Average(net)

    def go(self, todo, passes):
        """One pass over the batches; the loss by head."""
        self.total = self.total or len(todo) * passes
        losses, tokens = {}, {}
        self.net.train()
        for one, head, blocks in todo:
            loss, count = self.learn(one, head, blocks)
            losses[head] = losses.get(head, 0) + loss; tokens[head] = tokens.get(head, 0) + count
        return ' '.join(f'{head} {losses[head] / tokens[head]:.4f}' for head in losses)

    def learn(self, one, head, blocks):
        """One step; its loss and how many tokens it saw."""
        done = min(1.0, self.step / self.total)
        for group in self.optimizer.param_groups: group['lr'] = self.rate * min(1, (self.step + 1) / 200) * (1 - 0.97 * done)
        *seen, mask, tags = self.reader.batch(one, blocks)
        loss = self.net.heads[head].loss(self.net.encode(*seen, mask), tags, mask)
        (loss / 200).backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.optimizer.step(); self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        if self.step % 20 == 0: self.average.follow(self.net, self.step)
        return loss.item(), int(mask.sum())

    def keep(self, dev, args):
        """Scores the average on the development sets, and writes it."""
        now = {key: value.clone() for key, value in self.net.state_dict().items()}
        self.net.load_state_dict(self.average.weights)
        for one, head, kind in dev: print('   ', evaluate(self.net, self.reader, one, head, kind), flush=True)
        torch.save({'net': self.net.state_dict(), 'args': vars(args), 'heads': args.heads.split(',')}, args.out)
        self.net.load_state_dict(now)


def main():
    args = options()
    torch.set_num_threads(1); torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    reader = Reader(args.glove)
    if args.words == 'hashed': reader.rows.clear()
    sets, dev = read_sets(args, reader), read_dev(args, reader)
    net = make_net(reader, args.shape, args.heads.split(','), args.size, args.drop)
    print(sum(p.numel() for p in net.encoder.parameters()), 'weights in the encoder', sum(p.numel() for p in net.parameters()), 'in all')
    course, started = Course(net, reader, args.rate), time.time()
    for number in range(args.passes):
        todo = []
        for one, head, share in sets:
            chosen = [block for block in one.blocks if chance.random() < share]
            todo += [(one, head, blocks) for one, blocks in batches(one, chosen, args.tokens, chance)]
        chance.shuffle(todo)
        losses = course.go(todo, args.passes)
        print(f'pass {number + 1} {time.time() - started:.0f} s', losses, flush=True)
        if number % 2 == 1 or number + 1 == args.passes: course.keep(dev, args)


if __name__ == '__main__':
    main()

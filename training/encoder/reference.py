"""Makes the small models of crates/engine/tests/model, and what they say of some tokens, by plain
arithmetic on real numbers. Their weights are random, on the grid that bytes can hold, so that the
engine's own roundings are all that may differ.

    python3 training/encoder/reference.py
"""

import random
from pathlib import Path

import container

HERE = Path(__file__).parents[2] / "crates/engine/tests/model"
WIDTH, STEP, TAGS = 13, 4 / 32767, 5
# Of each layer: inputs, outputs, taps, dilation, curve, residual, gain.
POSITIVE = [(WIDTH, 7, 1, 1, "relu", False, 1.0)] + [(7, 7, 3, dilation, "relu", True, 1.0) for dilation in (1, 2, 5)]
SIGNED = [(WIDTH, 7, 1, 1, None, False, 1.0), (7, 7, 3, 1, "relu", True, 1.0), (7, 7, 3, 4, None, True, 0.75)]


def main():
    HERE.mkdir(exist_ok=True)
    Reference("positive", POSITIVE, seed=3, centroids=5, tokens=100).write()
    Reference("signed", SIGNED, seed=2, centroids=20, tokens=1000).write()


class Reference:
    """A model, as sections of a file and as functions on lists of numbers."""

    def __init__(self, name, shapes, seed, centroids, tokens):
        self.name, self.dice, self.tokens = name, random.Random(seed), tokens
        self.sections = [("input", container.input_(WIDTH, STEP))]
        self.pick = self.make_input(centroids)
        self.layers = [self.convolution(*shape) for shape in shapes]
        self.heads = [self.make_head("plain", 7, None), self.make_head("deep", 7, 9)]

    def write(self):
        container.write(HERE / f"{self.name}.bin", self.sections)
        frames = [self.pick(token) for token in tokens(self.tokens)]
        for layer in self.layers:
            frames = layer(frames)
        lines = []
        for head in self.heads:
            lines += [f"{tag} {margin:.4f}" for tag, margin in head(frames)]
        (HERE / f"{self.name}.txt").write_text("\n".join(lines) + "\n")

    def grid(self, count, scale):
        """Numbers that bytes times one scale give exactly."""
        most = [self.dice.choice((-127, 127))]
        scale = container.f32(scale)
        return [it * scale for it in most + [self.dice.randint(-127, 127) for _ in range(count - 1)]]

    def matrix(self, rows, columns, scale=0.5):
        return [self.grid(columns, scale / 127 * self.dice.uniform(0.5, 1)) for _ in range(rows)]

    def numbers(self, count, scale=0.3):
        return [container.f32(self.dice.uniform(-scale, scale)) for _ in range(count)]

    def make_input(self, count):
        names = [f"word{at}" for at in range(30)]
        codes = [[self.dice.randrange(count) for _ in range(3)] for _ in range(30)]
        flat = iter(self.grid(3 * count * 2, 0.008))
        parts = [[[next(flat), next(flat)] for _ in range(count)] for _ in range(3)]
        tables = [(self.table(300, 3), 5), (self.table(7, 4), 8)]
        flags = self.table(9, 13)
        self.sections += [
            ("words", container.words(names, codes, parts, 1)),
            *(("table", container.table(rows, at)) for rows, at in tables),
            ("flags", container.table(flags, 0)),
        ]

        def pick(token):
            name, rows, bits = token
            out = [0.0] * WIDTH
            if name in names:
                word = codes[names.index(name)]
                add(out, 1, [it for part, code in zip(parts, word) for it in part[code]])
            for (table, at), row in zip(tables, rows):
                add(out, at, table[row % len(table)])
            for flag in range(9):
                if bits >> flag & 1:
                    add(out, 0, flags[flag])
            return out

        return pick

    def table(self, rows, size):
        flat = iter(self.grid(rows * size, 0.004))
        return [[next(flat) for _ in range(size)] for _ in range(rows)]

    def convolution(self, inputs, outputs, taps, dilation, curve, residual, gain):
        rows, bias = self.matrix(outputs, taps * inputs, 0.4), self.numbers(outputs)
        section = container.convolution(rows, bias, 8 / 32767, taps, dilation, curve, residual, gain)
        self.sections.append(("layer", section))

        def run(frames):
            out, none = [], [0.0] * inputs
            for at in range(len(frames)):
                places = [at + (tap - taps // 2) * dilation for tap in range(taps)]
                near = [frames[it] if 0 <= it < len(frames) else none for it in places]
                y = [gain * CURVES[curve](it) for it in linear(rows, bias, sum(near, []))]
                out.append([a + b for a, b in zip(y, frames[at])] if residual else y)
            return out

        return run

    def make_head(self, name, width, hidden):
        inner = (self.matrix(hidden, width), self.numbers(hidden), 8 / 32767) if hidden else None
        rows, bias = self.matrix(TAGS, hidden or width, 2.0), self.numbers(TAGS)
        pairs, starts, ends = self.matrix(TAGS, TAGS, 1.5), self.numbers(TAGS), self.numbers(TAGS)
        tags = [f"tag{at}" for at in range(TAGS)]
        section = container.head(name, tags, rows, bias, pairs, starts, ends, inner)
        self.sections.append(("head", section))

        def run(frames):
            if inner:
                frames = [list(map(CURVES["relu"], linear(*inner[:2], it))) for it in frames]
            return best([linear(rows, bias, it) for it in frames], pairs, starts, ends)

        return run


def tokens(count):
    """Tokens of which the test makes the same: a word, rows of two tables, nine flags."""
    for at in range(count):
        yield f"word{at * 7 % 37}", (at * 5 % 311, at * 3 % 13), at * at % 512


CURVES = {
    None: lambda y: y,
    "relu": lambda y: max(0.0, y),
}


def add(out, at, numbers):
    for place, number in enumerate(numbers):
        out[at + place] += number


def linear(rows, bias, inputs):
    return [b + sum(w * x for w, x in zip(row, inputs)) for row, b in zip(rows, bias)]


def best(scores, pairs, starts, ends):
    """Each token's tag in the best sequence, and by how much any sequence with another tag there
    is worse."""
    every = range(TAGS)
    before = [starts]
    for score in scores[:-1]:
        so_far = [before[-1][tag] + score[tag] for tag in every]
        before.append([max(so_far[tag] + pairs[tag][to] for tag in every) for to in every])
    after = [ends]
    for score in scores[:0:-1]:
        so_far = [after[-1][tag] + score[tag] for tag in every]
        after.append([max(so_far[to] + pairs[tag][to] for to in every) for tag in every])
    for score, one, other in zip(scores, before, after[::-1]):
        through = [sum(it) for it in zip(score, one, other)]
        tag = max(every, key=through.__getitem__)
        yield tag, through[tag] - max(it for at, it in enumerate(through) if at != tag)


if __name__ == "__main__":
    main()

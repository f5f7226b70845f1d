"""The encoder: word vectors, small embeddings and flags, dilated convolutions or an LSTM, heads."""
import torch
from torch import nn
import torch.nn.functional as F

ROWS = [2048, 2048, 8192, 512, 32, 256]
DIMS = [12, 12, 24, 8, 8, 12]
FLAGS = 64


class Input(nn.Module):
    """A token's word vector, small embeddings and flags, brought to one size."""

    def __init__(self, centroids, size, drop):
        super().__init__()
        self.register_buffer('centroids', centroids)
        self.small = nn.ModuleList(nn.Embedding(rows, dims) for rows, dims in zip(ROWS, DIMS))
        for one in self.small: nn.init.normal_(one.weight, std=0.3)
        self.size_in = centroids.shape[0] * centroids.shape[2] + sum(DIMS) + FLAGS
        self.join = nn.Linear(self.size_in, size)
        self.drop = drop

    def forward(self, codes, known, ids, flags):
        pieces = torch.arange(self.centroids.shape[0])
        word = self.centroids[pieces, codes].flatten(2) * known
        if self.training:
            # Now and then a token is known by nothing but its surroundings and its looks.
            word = word * (torch.rand(word.shape[:2]) > 0.08).float()[:, :, None]
            hidden = (torch.rand(ids.shape[:2]) < 0.25)[:, :, None] & torch.tensor([True, False, True, False, False, False])
            ids = ids.masked_fill(hidden, 0)
            hidden = (torch.rand(ids.shape) < 0.06)
            ids = ids.masked_fill(hidden, 0)
            flags = flags * (torch.rand(flags.shape) > 0.06).float()
        small = [one(ids[:, :, at]) for at, one in enumerate(self.small)]
        return F.dropout(self.join(torch.cat([word, *small, flags], 2)), self.drop, self.training)


class Convolutions(nn.Module):
    """Residual dilated convolutions of width three."""

    def __init__(self, size, dilations, drop):
        super().__init__()
        self.layers = nn.ModuleList(nn.Conv1d(size, size, 3, padding=d, dilation=d) for d in dilations)
        self.drop, self.out = drop, size

    def forward(self, x, mask):
        x = F.relu(x)
        for layer in self.layers:
            x = x * mask[:, :, None]
            step = F.relu(layer(x.transpose(1, 2)).transpose(1, 2))
            x = x + F.dropout(step, self.drop, self.training)
        return x


class Recurrent(nn.Module):
    """One bidirectional LSTM a layer."""

    def __init__(self, size, hidden, layers, drop):
        super().__init__()
        self.lstm = nn.LSTM(size, hidden, layers, batch_first=True, bidirectional=True, dropout=drop if layers > 1 else 0)
        self.drop, self.out = drop, 2 * hidden

    def forward(self, x, mask):
        lengths = mask.sum(1).long()
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        out, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True, total_length=x.shape[1])
        return F.dropout(out, self.drop, self.training)


def best_paths(scores, pairs, first, mask):
    """The best sequence of tags for each row of `scores`, as a list as long as its tokens."""
    best, back = first + scores[:, 0], []
    for at in range(1, scores.shape[1]):
        step, come = (best[:, :, None] + pairs).max(1)
        back.append(come)
        best = torch.where(mask[:, at, None] > 0, step + scores[:, at], best)
    out = []
    for row, length in enumerate(mask.sum(1).long().tolist()):
        tag = int(best[row].argmax())
        path = [tag]
        for at in range(length - 2, -1, -1):
            tag = int(back[at][row, tag])
            path.append(tag)
        out.append(path[::-1])
    return out


class Chain(nn.Module):
    """A linear layer and a conditional random field over its tags."""

    def __init__(self, size, tags):
        super().__init__()
        self.score = nn.Linear(size, tags)
        self.pairs = nn.Parameter(torch.zeros(tags, tags))
        self.first = nn.Parameter(torch.zeros(tags))

    def loss(self, x, tags, mask):
        scores = self.score(x)
        gold = self.first[tags[:, 0]] + scores[:, 0].gather(1, tags[:, :1])[:, 0]
        steps = self.pairs[tags[:, :-1], tags[:, 1:]] + scores[:, 1:].gather(2, tags[:, 1:, None])[:, :, 0]
        gold = gold + (steps * mask[:, 1:]).sum(1)
        total = self.first + scores[:, 0]
        for at in range(1, x.shape[1]):
            step = torch.logsumexp(total[:, :, None] + self.pairs, 1) + scores[:, at]
            total = torch.where(mask[:, at, None] > 0, step, total)
        return (torch.logsumexp(total, 1) - gold).sum()

    @torch.no_grad()
    def decode(self, x, mask): return best_paths(self.score(x), self.pairs, self.first, mask)


class Plain(nn.Module):
    """A linear layer whose tags do not look at each other; -1 is not learned from."""

    def __init__(self, size, tags):
        super().__init__()
        self.score = nn.Linear(size, tags)

    def loss(self, x, tags, mask):
        tags = tags.masked_fill(mask == 0, -1)
        return F.cross_entropy(self.score(x).flatten(0, 1), tags.flatten(), ignore_index=-1, reduction='sum')


class Net(nn.Module):
    def __init__(self, centroids, shape, heads, size=128, drop=0.25):
        super().__init__()
        self.input = Input(centroids, size, drop)
        if shape.startswith('conv'):
            self.encoder = Convolutions(size, [int(d) for d in shape.split(':')[1].split(',')], drop)
        else:
            hidden, layers = shape.split(':')[1].split(',')
            self.encoder = Recurrent(size, int(hidden), int(layers), drop)
        self.heads = nn.ModuleDict({name: Plain(self.encoder.out, tags) if kind == 'plain' else Chain(self.encoder.out, tags)
                                    for name, (kind, tags) in heads.items()})

    def encode(self, codes, known, ids, flags, mask):
        return self.encoder(self.input(codes, known, ids, flags), mask)

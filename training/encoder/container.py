"""Writes the encoder's file as crates/engine/src/model reads it; that module tells the format.

Only the standard library. Matrices are lists of rows of numbers (`tensor.tolist()`). Each function
gives the bytes of one section or of a part of one; `write` puts sections together:

    write(path, [
        ("input", input_(width, step)),
        ("words", words(words_in_lower_case, codes, centroids, at)),
        ("table", table(rows, at)), ("table", table(rows, at)), ...
        ("flags", table(rows, at)),
        ("layer", convolution(...)), ...
        ("head", head(...)), ...
    ])
"""

import struct
import zlib

MAGIC, VERSION = b"GALLEYNN", 1
CURVES = {None: 0, "relu": 1}
MOST = 127


def write(path, sections):
    """Writes a file of named sections; tables, layers and heads in their order."""
    with open(path, "wb") as file:
        file.write(container(sections))


def container(sections):
    body = b"".join(struct.pack("<16sI", name.encode(), len(it)) + it for name, it in sections)
    return MAGIC + struct.pack("<II", VERSION, zlib.crc32(body)) + body


def input_(width, step):
    """The width of the input and what one unit of its 16-bit numbers stands for: the largest
    number that is to be told from larger ones, divided by 32767."""
    return struct.pack("<Hf", width, step)


def quantise(numbers, scale=None):
    """Whole numbers from -127 to 127 and the scale that gives the numbers back."""
    scale = scale or max(map(abs, numbers), default=0) / MOST or 1.0
    return [max(-MOST, min(MOST, round(it / scale))) for it in numbers], f32(scale)


def f32(number):
    """The number as the engine holds it."""
    return struct.unpack("<f", struct.pack("<f", number))[0]


def matrix(rows, bias):
    """A matrix with a scale for each row."""
    quantised = [quantise(row) for row in rows]
    for numbers, _ in quantised:
        if sum(map(abs, numbers)) * 32768 >= 1 << 31:
            raise ValueError("the weights of a row are too many and too large for sums of 32 bits")
    return (
        struct.pack("<HH", len(rows), len(rows[0]))
        + floats(scale for _, scale in quantised)
        + floats(bias)
        + b"".join(bytes_of(numbers) for numbers, _ in quantised)
    )


def dense(rows, bias, curve=None):
    """A matrix with a curve over it."""
    return bytes([CURVES[curve]]) + matrix(rows, bias)


def convolution(rows, bias, step, taps=3, dilation=1, curve="relu", residual=True, gain=1.0):
    """A layer over each token and its neighbours at `-dilation, 0, dilation`. Columns are tap by
    tap: from a tensor of `torch.nn.Conv1d`, `weight.permute(0, 2, 1).reshape(outputs, -1)`. `step`
    as for `input_`, for the output."""
    head = struct.pack("<BBHBff", 1, taps, dilation, int(residual), gain, step)
    return head + dense(rows, bias, curve)


def table(rows, at):
    """Rows of one scale, added to the input from `at` on."""
    numbers, scale = quantise([number for row in rows for number in row])
    return struct.pack("<IHHf", len(rows), len(rows[0]), at, scale) + bytes_of(numbers)


def words(names, codes, centroids, at):
    """The table of words.

    `names` are the words in lower case; `codes[i]` is that of `names[i]`, a sequence of one centroid
    for each part; `centroids[part][code]` is a list of numbers. Words that are not named have no
    vector. Of two words that the engine could not tell apart, the first stays: list them by their
    use.
    """
    bits = max(1, len(names).bit_length() - 2)
    first = {}
    for place, name in enumerate(names):
        first.setdefault(hash_(name) >> (48 - bits), place)
    kept = sorted(first.items())
    counts = bytearray(1 << bits)
    for key, _ in kept:
        counts[key >> 16] += 1
    numbers, scale = quantise([it for part in centroids for code in part for it in code])
    count = len(centroids[0])
    rows = [codes[place] for _, place in kept]
    head = (len(rows), len(centroids), len(centroids[0][0]), count, at, scale, bits)
    return (
        struct.pack("<IHHHHfB", *head)
        + bytes(counts)
        + struct.pack(f"<{len(kept)}H", *(key & 0xFFFF for key, _ in kept))
        + bytes_of(numbers)
        + b"".join(packed(row) if count <= 16 else bytes(row) for row in rows)
    )


def packed(codes):
    """Two codes to a byte, the first in the low half."""
    pairs = zip(codes[::2], list(codes[1::2]) + [0])
    return bytes(low | high << 4 for low, high in pairs)


def head(name, tags, rows, bias, pairs, starts, ends, hidden=None):
    """Scores for tags, in natural logarithms, and a chain over them: `pairs[before][after]`.
    `hidden` is `(rows, bias, step)` of a layer with max(0, y) before the scores."""
    out = short(name) + struct.pack("<H", len(tags)) + b"".join(map(short, tags))
    if hidden:
        inner, inner_bias, step = hidden
        out += struct.pack("<Bf", 1, step) + dense(inner, inner_bias, "relu")
    else:
        out += b"\0"
    chain = [*starts, *ends, *(it for row in pairs for it in row)]
    return out + dense(rows, bias) + floats(chain)


def hash_(word):
    """FNV-1a with its bits mixed once more, as crates/engine/src/model/words.rs has it."""
    mask = (1 << 64) - 1
    it = 0xCBF29CE484222325
    for byte in word.encode():
        it = (it ^ byte) * 0x100000001B3 & mask
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        it = (it ^ it >> 33) * factor & mask
    return it ^ it >> 33


def short(text):
    raw = text.encode()
    return bytes([len(raw)]) + raw


def floats(numbers):
    numbers = list(numbers)
    return struct.pack(f"<{len(numbers)}f", *numbers)


def bytes_of(numbers):
    return struct.pack(f"<{len(numbers)}b", *numbers)

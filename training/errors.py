#!/usr/bin/env python3
"""Draws 100 errors of the quotes of a set by a fixed seed, for a person to read and sort by kind.

    errors.py SCORE GOLD ANSWERS

SCORE is the folder of score.py; ANSWERS is what `galley annotate --jsonl` printed for GOLD. An error is an
annotated quote that nothing hits (content IoU below 0.5), a hit with another source, cue or content, or a
quote of ours that hits nothing. What it prints is the corpus's text: it stays out of the repository, the counts
go into docs/ENGINE.md. Python 3.11, standard library.
"""
import random, sys

SEED, DRAWN = 4, 100
AROUND = 90


def judge(score, text, gold, ours):
    """The errors of one document: (what, annotated, ours)."""
    tokens = score.tokens(text)
    held = lambda one, role: {at for a, b in score.cover(one[role], tokens) for at in range(a, b)}
    bare = lambda one, role: {score.strip_punct(piece, tokens, text) for piece in score.pieces(score.cover(one[role], tokens))}
    used = set()
    for one in gold:
        content = held(one, 'content')
        if not content: continue
        share = lambda at: len(held(ours[at], 'content') & content) / len(held(ours[at], 'content') | content)
        best = max(range(len(ours)), key=share, default=None)
        if best is None or share(best) < 0.5:
            yield 'missed', one, ours[best] if best is not None and share(best) else None
            continue
        used.add(best)
        wrong = [role for role in ('source', 'cue', 'content') if bare(one, role) != bare(ours[best], role)]
        if wrong: yield 'other ' + ', '.join(wrong), one, ours[best]
    for at, one in enumerate(ours):
        if at not in used: yield 'annotated nowhere', None, one


def show(text, one, name):
    if one is None: return
    parts = [f'{role}: ' + ' … '.join(text[a:b] for a, b in one[role]) for role in ('source', 'cue', 'content')]
    print(f'  {name:9} ' + ' | '.join(parts) + (f' [{one["kind"]}, {one["rule"]}, {one["confidence"]}]' if 'rule' in one else ''))


def main(folder, gold, answers):
    sys.path.insert(0, folder)
    import score
    pairs, _ = score.pair_up(list(score.read_jsonl(gold)), list(score.read_jsonl(answers)))
    errors = []
    for annotated, answer in pairs:
        ours = [{**quote, **score.as_quote(quote)} for quote in answer['quotes']]
        errors += [(annotated, *error) for error in judge(score, annotated['text'], annotated['quotes'], ours)]
    print(f'{len(errors)} errors, {DRAWN} of them drawn')
    for number, (document, what, one, other) in enumerate(random.Random(SEED).sample(errors, DRAWN), 1):
        spans = [span for it in (one, other) if it for role in ('source', 'cue', 'content') for span in it[role]]
        first, last = min(a for a, _ in spans), max(b for _, b in spans)
        text = document['text'].replace('\n', ' ')
        print(f'{number}. {what} ({document["id"]})\n  {text[max(0, first - AROUND):last + AROUND]}')
        show(text, one, 'annotated')
        show(text, other, 'ours')


if __name__ == '__main__':
    main(*sys.argv[1:])

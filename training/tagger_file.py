"""The learned network stored as the arrays that firsthand/claims/tagging/tagger_model.py reads."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from training.tagger_layers import GatedMemory, SimpleRecurrence
from training.tagger_network import Tagger
from training.tagger_vectors import Words


def store(network: Tagger, words: Words, path: Path) -> None:
    """Write the network, whose layers must be a simple recurrence and then a gated memory."""
    recurrence, memory = network.layers
    with torch.no_grad():
        arrays = _tables(network, words) | _recurrence(network, recurrence) | _memory(memory) | _chain(network)
    np.savez_compressed(path, allow_pickle=False, **arrays)


def _listed(words: list[str]) -> np.ndarray:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def _tables(network: Tagger, words: Words) -> dict[str, np.ndarray]:
    learned = network.words.weight.numpy()
    units = (np.abs(learned).max(axis=0) / 127).astype(np.float16)
    return {
        "vector_words": _listed(words.with_vectors),
        "vectors": words.vectors,
        "vector_units": words.units,
        "learned_words": _listed(words.learned),
        "learned": np.clip(np.round(learned / units.astype(np.float32)), -127, 127).astype(np.int8),
        "learned_units": units,
        "endings": network.endings.weight.numpy().astype(np.float16),
        "shapes": network.shapes.weight.numpy().astype(np.float16),
    }


def _recurrence(network: Tagger, layer: SimpleRecurrence) -> dict[str, np.ndarray]:
    """Return the first layer's gates, those of the places already multiplied out.

    A logistic function is a hyperbolic tangent of half its argument: the gates it closes are stored halved.
    """
    weights, bias = layer.gates.weight.numpy().T.copy(), layer.gates.bias.numpy().copy()
    halved = slice(2 * layer.width, 6 * layer.width)
    weights[:, halved] *= 0.5
    bias[halved] *= 0.5
    places = network.places.weight.numpy()
    of_words, of_places = np.split(weights, [len(weights) - places.shape[1]])
    return {
        "word_gates": of_words.astype(np.float16),
        "place_gates": (places @ of_places + bias).astype(np.float16),
    }


def _memory(layer: GatedMemory) -> dict[str, np.ndarray]:
    """Return the second layer's gates in the order input, forget, output (these halved), candidate."""
    both = (layer.forwards, layer.backwards)
    inputs = [_reordered(direction.weight_ih_l0.numpy()) for direction in both]
    states = [_reordered(direction.weight_hh_l0.numpy()) for direction in both]
    biases = [_reordered((direction.bias_ih_l0 + direction.bias_hh_l0).numpy()) for direction in both]
    return {
        "memory_inputs": np.concatenate(inputs).T.astype(np.float16),
        "memory_bias": np.concatenate(biases).astype(np.float16),
        "memory_state": np.stack([state.T for state in states]).astype(np.float16),
    }


def _reordered(gates: np.ndarray) -> np.ndarray:
    opening, forget, candidate, output = np.split(gates, 4)
    return np.concatenate([opening * 0.5, forget * 0.5, output * 0.5, candidate])


def _chain(network: Tagger) -> dict[str, np.ndarray]:
    moves, first = network.chain()
    return {
        "output": network.output.weight.numpy().T.astype(np.float16),
        "output_bias": network.output.bias.numpy().astype(np.float16),
        "moves": moves.numpy().astype(np.float16),
        "first": first.numpy().astype(np.float16),
        "last": network.last.numpy().astype(np.float16),
    }

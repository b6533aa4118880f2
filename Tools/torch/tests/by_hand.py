"""The network's logits cell by cell, as its definition reads, in plain loops."""

from __future__ import annotations

import numpy as np

from quartet_torch.network import Inputs, Network
from quartet_torch.vocabulary import CONTEXTS, FIRST_PITCH, HOLD, KEY, VOICES


def logits(network: Network, inputs: Inputs) -> np.ndarray:
    """`[T, B, 4, V]`."""
    forward, backward, seen, context = (x.numpy().astype(int) for x in inputs)
    sequences = range(forward.shape[1])
    return np.stack([one_sequence(network, forward[:, b], backward[:, b], seen[:, b], context[:, b]) for b in sequences], 1)


def one_sequence(network: Network, forward: np.ndarray, backward: np.ndarray, seen: np.ndarray, context: np.ndarray) -> np.ndarray:
    shape = network.shape
    p = {name: value.detach().numpy() for name, value in network.named().items()}
    ticks, reach, width = len(forward), shape.reach, shape.intervals
    ids = [[min(i, size - 1) for i, size in zip(row, CONTEXTS.values())] for row in context]
    c = [sum(p[f"context.{name}"][i] for name, i in zip(CONTEXTS, row)) for row in ids]

    sounding = np.zeros((ticks, VOICES), int)
    coming = np.zeros((ticks, VOICES), int)
    for t in range(ticks):
        for v in range(VOICES):
            held = sounding[t - 1, v] if t else 0
            sounding[t, v] = held if forward[t, v] == HOLD else forward[t, v]
            coming[t, v] = next((token for token in backward[t + 1 :, v] if token != HOLD), 0)

    def stack(name: str, xs: list) -> list:
        for layer in range(shape.layers):
            h = cell = np.zeros(shape.hidden)
            outputs = []
            for x in xs:
                gates = x @ p[f"{name}.{layer}.input"] + h @ p[f"{name}.{layer}.recurrent"] + p[f"{name}.{layer}.bias"]
                i, f, o, z = np.split(gates, 4)
                cell = cell / (1 + np.exp(-f)) + np.tanh(z) / (1 + np.exp(-i))
                h = np.tanh(cell) / (1 + np.exp(-o))
                outputs.append(h)
            xs = outputs
        return xs

    tokens = [[p[f"token.{v}"][forward[t, v]] for v in range(VOICES)] for t in range(ticks)]
    sounds = [[p[f"sounding.{v}"][sounding[t, v]] for v in range(VOICES)] for t in range(ticks)]
    past = stack("forward", [np.concatenate([*tokens[t], *sounds[t], c[t]]) for t in range(ticks)])
    later = [[p[f"token.{v}"][backward[t, v]] for v in range(VOICES)] for t in range(ticks)]
    ahead = stack("backward", [np.concatenate([*later[t], c[t]]) for t in reversed(range(ticks))])[::-1]
    nothing = np.zeros(shape.hidden)

    def interval(a: int, b: int):
        return min(max(a - b, -reach), reach) + reach if min(a, b) >= FIRST_PITCH else None

    result = np.zeros((ticks, VOICES, shape.vocabulary.count))
    for t in range(ticks):
        for v in range(VOICES):
            others = [u for u in range(VOICES) if u != v]
            previous = [sounding[t - 1, u] if t else 0 for u in range(VOICES)]
            now = [previous[u] if seen[t, v, u] == HOLD else seen[t, v, u] for u in others]
            own, after, afters = previous[v], coming[t, v], [coming[t, u] for u in others]
            pairs = [(own, after)] + [(own, x) for x in now] + [(now[0], now[1]), (now[1], now[2]), (now[0], now[2]), (after, now[2])]
            pairs += [(after, x) for x in afters]
            steps = [interval(a, b) for a, b in pairs]
            query = np.concatenate(
                [past[t - 1] if t else nothing, ahead[t + 1] if t < ticks - 1 else nothing]
                + [p[f"token.{u}"][seen[t, v, u]] for u in others]
                + [p[f"sounding.{u}"][x] for u, x in zip(others, now)]
                + [p[f"sounding.{v}"][own], p[f"next.{v}"][after]]
                + [p[f"interval.{n}"][0 if step is None else step + 1] for n, step in enumerate(steps)]
                + [c[t]]
            )
            a = np.maximum(0, query @ p[f"head.{v}.hidden"] + p[f"head.{v}.hidden.bias"])
            cell = a @ p[f"head.{v}.output"] + p[f"head.{v}.output.bias"]
            references = [own, after, *now, *(previous[u] for u in others), *afters]
            for r, reference in enumerate(references):
                for pitch in range(FIRST_PITCH, len(cell)):
                    step = interval(pitch, reference)
                    if step is not None:
                        cell[pitch] += a @ p[f"head.{v}.intervals"][r * width + step]
                step = interval(own, reference)
                if r > 0 and step is not None:
                    cell[HOLD] += a @ p[f"head.{v}.holds"][(r - 1) * width + step]
            key = ids[t][KEY]
            for pitch in range(FIRST_PITCH, len(cell)):
                if key:
                    cell[pitch] += a @ p[f"head.{v}.degrees"][(pitch - FIRST_PITCH + shape.lowest - 7 * (key - 1)) % 12]
            result[t, v] = cell
    return result

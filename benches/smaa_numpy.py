"""The same million samples scored and ranked by numpy, for comparison: see run.sh."""

import sys
import time

import numpy as np

MILLION, ALTERNATIVES, FACTORS = 1 << 20, 4, 7

rng = np.random.default_rng(1)
weights = rng.exponential(size=(MILLION, FACTORS)).astype(np.float32)
weights /= weights.sum(axis=1, keepdims=True)
values = np.array([(i * 37) % 41 / 41 for i in range(ALTERNATIVES * FACTORS)], dtype=np.float32)
values = values.reshape(ALTERNATIVES, FACTORS)


def by_sorting():
    scores = weights @ values.T
    order = np.argsort(-scores, axis=1)
    counts = np.stack([np.bincount(order[:, rank], minlength=ALTERNATIVES) for rank in range(ALTERNATIVES)], axis=1)
    first = order[:, 0]
    central = np.stack([weights[first == a].mean(axis=0) if (first == a).any() else np.zeros(FACTORS) for a in range(ALTERNATIVES)])
    return counts / MILLION, central


def best(function, rounds=7):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


print(f"numpy {np.__version__}: rank a million weight samples: {best(by_sorting) * 1000:.1f} ms", file=sys.stdout)

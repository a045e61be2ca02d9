#!/usr/bin/env python3
"""Writes neighbors_golden.npz: losses of nearest neighbours with gradients, by PyTorch in float64.

    python3 neighbors_golden.py

Network and images are those of loss_golden.npz, which must lie beside it, with average pooling. The query of the matches
is the content. Values are stored as float64, gradients (term, height, width, 3) as float32, matches as float64. Read by
NeighborsGoldenTest.
"""
import math

import torch
import torch.nn.functional as F

import further_golden
import loss_golden
import style_golden

SIDE, DRAW = 20, (0.4, 0.9)
LAYERS = "block1_conv1", "block2_conv2", "block4_conv3"


def next_int(random, bound):
    """That of java.util.Random."""
    value = random.bits(31)
    if bound & bound - 1 == 0:
        return bound * value >> 31
    while value - value % bound + bound - 1 >= 2**31:
        value = random.bits(31)
    return value % bound


def union(styles, proportions, most):
    """Rows of all styles, of each at most its proportion, drawn with one seed."""
    total, random, rows = min(most, sum(len(s) for s in styles)), further_golden.JavaRandom(1), []
    for style, proportion in zip(styles, proportions):
        count, order = max(1, math.floor(proportion * total + 0.5)), list(range(len(style)))
        if len(order) > count:
            for i in range(count):
                j = i + next_int(random, len(order) - i)
                order[i], order[j] = order[j], order[i]
            order = order[:count]
        rows.append(style[order])
    return torch.cat(rows)


def halved(f, times):
    for _ in range(times):
        f = F.avg_pool2d(f, 2, ceil_mode=True, count_include_pad=False)
    return f


def hypercolumns(maps):
    """(places, channels)"""
    columns, size = [], maps["block3_conv1"].shape[:2]
    for name, f in maps.items():
        block, f = int(name[5]), f.permute(2, 0, 1)[None]
        if block < 3:
            f = halved(f, 3 - block)
        if block == 4:
            f = F.interpolate(f, size, mode="bilinear", align_corners=False)
        if block < 5:
            columns.append(f[0] / math.sqrt(f.shape[1]))
    return torch.cat(columns).flatten(1).T


def centered(f):
    return f - f.mean(0)


def matched(query, styles, proportions):
    """The nearest places, of one style, or of the first of two for its proportion of the query where it is nearer by most."""
    centre = sum(p * style.mean(0) for p, style in zip(proportions, styles))
    found = [(F.normalize(centered(query)) @ F.normalize(style - centre).T).max(1) for style in styles]
    places = [style[nearest.indices] for style, nearest in zip(styles, found)]
    if len(styles) == 1:
        return places[0]
    count = math.floor(proportions[0] * len(query) + 0.5)
    first = (found[0].values - found[1].values).argsort(descending=True)[:count]
    chosen = places[1].clone()
    chosen[first] = places[0][first]
    return chosen


def mean_distance(a, b):
    return (1 - (F.normalize(a) * F.normalize(b)).sum(1)).mean()


def layer_neighbors(f, styles, proportions):
    """On a grid of at most SIDE places along each axis."""
    step = math.ceil(max(f.shape[:2]) / SIDE)
    top, left = (int(d * min(step, n)) for d, n in zip(DRAW, f.shape[:2]))
    here = centered(f[top::step, left::step].reshape(-1, f.shape[2]))
    style = centered(union([s.reshape(-1, s.shape[2]) for s in styles], proportions, 4096))
    with torch.no_grad():
        nearest = (F.normalize(here) @ F.normalize(style).T).argmax(1)
    return mean_distance(here, style[nearest])


def losses(layers, image, styles, proportions):
    given = style_golden.given()
    pool = F.avg_pool2d
    maps = loss_golden.features(layers, image, pool)
    wanted = [loss_golden.features(layers, style, pool) for style in styles]
    query = hypercolumns(loss_golden.features(layers, given["content"], pool))
    columns = [hypercolumns(w) for w in wanted]
    yield mean_distance(hypercolumns(maps), matched(query, columns, proportions))
    for layer in LAYERS:
        yield layer_neighbors(maps[layer], [w[layer] for w in wanted], proportions)


if __name__ == "__main__":
    style_golden.write("neighbors_golden.npz", losses)

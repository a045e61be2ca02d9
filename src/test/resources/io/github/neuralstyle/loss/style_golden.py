#!/usr/bin/env python3
"""Writes style_golden.npz: shifted Gram matrices and histogram losses with their gradients, by PyTorch in float64.

    python3 style_golden.py

Network and images are those of loss_golden.npz, which must lie beside it, with average pooling. Values are stored as
float64, gradients (term, height, width, 3) as float32. Read by StyleGoldenTest.
"""
import os

import numpy
import torch
import torch.nn.functional as F

import loss_golden

FOLDER = os.path.dirname(os.path.abspath(__file__))
SHIFTED = ("block1_conv1", (1, 3, 7)), ("block2_conv2", (2,)), ("block3_conv1", (1, 2))
HISTOGRAMS = ("block1_conv1", 256), ("block2_conv1", 7), ("block3_conv1", 32)


def shifted_grams(f, shifts):
    """Of features (height, width, channels): mean products of positions d apart, for each d along x, then along y."""
    grams = []
    for lines in f.transpose(0, 1), f:
        for d in shifts:
            grams.append(torch.einsum("ijm,ijn->mn", lines[d:], lines[:-d]) / lines[d:, :, 0].numel())
    return torch.stack(grams)


def distribution(values, bins):
    """Edges of equal bins from the least to the largest value, and the part of the values up to each edge."""
    edges = numpy.linspace(values.min(), values.max(), bins + 1)
    return edges, numpy.searchsorted(numpy.sort(values), edges, side="right") / len(values)


def quantiles(values, bins):
    edges, below = distribution(values, bins)
    return numpy.interp(numpy.linspace(0, 1, bins + 1), below, edges)


def matched(values, target, bins):
    """Values of one channel with the target's quantiles instead of their own, by a map that is linear in each bin."""
    edges, own = distribution(values, bins)[0], quantiles(values, bins)
    result = numpy.interp(values, edges, numpy.interp(edges, own, target))
    ties = target[own == own[0]]
    middles = (ties[1:] + ties[:-1]) / 2
    result[values == values.min()] = middles.mean() if len(middles) else target[0]
    return result


def histogram_loss(f, styles, proportions, bins):
    f = f.reshape(-1, f.shape[2])
    columns = []
    for c, channel in enumerate(f.detach().numpy().T):
        target = sum(p * quantiles(s[:, :, c].flatten().numpy(), bins) for p, s in zip(proportions, styles))
        columns.append(matched(channel, target, bins))
    return (f - torch.from_numpy(numpy.stack(columns, 1))).square().mean()


def losses(layers, image, styles, proportions):
    maps = loss_golden.features(layers, image, F.avg_pool2d)
    wanted = [loss_golden.features(layers, style, F.avg_pool2d) for style in styles]
    for layer, shifts in SHIFTED:
        target = sum(p * shifted_grams(w[layer], shifts) for p, w in zip(proportions, wanted))
        yield (shifted_grams(maps[layer], shifts) - target).square().mean()
    for layer, bins in HISTOGRAMS:
        yield histogram_loss(maps[layer], [w[layer] for w in wanted], proportions, bins)


def given():
    """The network and images of loss_golden.npz."""
    return {k: torch.from_numpy(v.astype("f8")) for k, v in numpy.load(os.path.join(FOLDER, "loss_golden.npz")).items()}


def write(file, losses):
    """Values and gradients of some losses, for one style and for two."""
    stored = given()
    layers = []
    for block, depth in enumerate(loss_golden.DEPTHS, 1):
        for name in (f"block{block}_conv{i + 1}" for i in range(depth)):
            layers.append((name, block - 1, stored["kernel/" + name], stored["bias/" + name]))
    arrays = {}
    for case, n, proportions in ("one", 1, (1,)), ("two", 2, loss_golden.PROPORTIONS):
        x = stored["image"].clone().requires_grad_()
        values = list(losses(layers, x, [stored["style1"], stored["style2"]][:n], proportions))
        gradients = [torch.autograd.grad(v, x, retain_graph=True)[0] for v in values]
        arrays[case + "/values"] = torch.stack(values).detach().numpy().astype("<f8")
        arrays[case + "/gradients"] = torch.stack(gradients).numpy().astype("<f4")
    numpy.savez_compressed(os.path.join(FOLDER, file), **arrays)


if __name__ == "__main__":
    write("style_golden.npz", losses)

#!/usr/bin/env python3
"""Writes further_golden.npz: Wasserstein, sliced, activation shift and chain losses with gradients, by PyTorch in float64.

    python3 further_golden.py

Network and images are those of loss_golden.npz, which must lie beside it, with average pooling. Values are stored as
float64, gradients (term, height, width, 3) as float32. Read by FurtherGoldenTest.
"""
import math
import os

import numpy
import torch
import torch.nn.functional as F

import loss_golden
import style_golden

RIDGE = 1e-5
CHAIN = ("block1_conv1", "block2_conv1"), ("block2_conv2", "block3_conv1"), ("block4_conv1", "block5_conv1")


class JavaRandom:
    """The generator of java.util.Random."""

    def __init__(self, seed):
        self.state, self.spare = (seed ^ 0x5DEECE66D) % 2**48, None

    def bits(self, count):
        self.state = (self.state * 0x5DEECE66D + 11) % 2**48
        return self.state >> 48 - count

    def gaussian(self):
        if self.spare is not None:
            value, self.spare = self.spare, None
            return value
        while True:
            a, b = (2 * ((self.bits(26) << 27) + self.bits(27)) / 2**53 - 1 for _ in range(2))
            square = a * a + b * b
            if 0 < square < 1:
                scale = math.sqrt(-2 * math.log(square) / square)
                self.spare = b * scale
                return a * scale


def directions(channels):
    """Columns of length 1."""
    random = JavaRandom(1)
    columns = torch.tensor([[random.gaussian() for _ in range(channels)] for _ in range(channels)], dtype=torch.float64).T
    return columns / columns.norm(dim=0)


def root(matrix):
    values, vectors = torch.linalg.eigh(matrix)
    return vectors * values.clamp(min=0).sqrt() @ vectors.T


def moments(f):
    f = f.reshape(-1, f.shape[2])
    return torch.cat([f.mean(0, keepdim=True), f.T @ f / len(f)])


def wasserstein(f, styles, proportions):
    """Both roots are differentiated by PyTorch."""
    channels, target = f.shape[2], sum(p * moments(s) for p, s in zip(proportions, styles))
    ridge = RIDGE * target[1:].trace() / channels * torch.eye(channels, dtype=torch.float64)
    (mean, c), (wanted, cs) = [(m[0], m[1:] - torch.outer(m[0], m[0]) + ridge) for m in (moments(f), target)]
    between = torch.linalg.eigvalsh(root(cs) @ c @ root(cs)).sqrt().sum()
    return ((mean - wanted).square().sum() + c.trace() + cs.trace() - 2 * between) / channels


def sliced(f, styles, proportions, bins):
    d = directions(f.shape[2])
    return style_golden.histogram_loss(f @ d, [s @ d for s in styles], proportions, bins)


def shifted(f, styles, proportions):
    target = sum(p * loss_golden.gram(s - 1) for p, s in zip(proportions, styles))
    return (loss_golden.gram(f - 1) - target).square().mean()


def products(lower, higher):
    """Mean products, those of absent channels of the narrower map nought: a square matrix."""
    height, width, _ = lower.shape
    higher = F.interpolate(higher.permute(2, 0, 1)[None], (height, width), mode="nearest")[0].permute(1, 2, 0)
    matrix, size = torch.einsum("ijm,ijn->mn", lower, higher) / (height * width), max(lower.shape[2], higher.shape[2])
    return F.pad(matrix, (0, size - matrix.shape[1], 0, size - matrix.shape[0]))


def losses(layers, image, styles, proportions):
    maps = loss_golden.features(layers, image, F.avg_pool2d)
    wanted = [loss_golden.features(layers, style, F.avg_pool2d) for style in styles]
    for layer in "block1_conv1", "block2_conv2", "block4_conv1":
        yield wasserstein(maps[layer], [w[layer] for w in wanted], proportions)
    for layer, bins in ("block1_conv1", 32), ("block3_conv1", 16):
        yield sliced(maps[layer], [w[layer] for w in wanted], proportions, bins)
    for layer in "block1_conv1", "block5_conv1":
        yield shifted(maps[layer], [w[layer] for w in wanted], proportions)
    for lower, higher in CHAIN:
        target = sum(p * products(w[lower], w[higher]) for p, w in zip(proportions, wanted))
        yield (products(maps[lower], maps[higher]) - target).square().mean()


if __name__ == "__main__":
    style_golden.write("further_golden.npz", losses)

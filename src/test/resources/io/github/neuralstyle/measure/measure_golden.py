#!/usr/bin/env python3
"""Writes measure_golden.npz: the measures of a result between a content image and two styles, by PyTorch in float64.

    python3 measure_golden.py

The network is that of ../loss/loss_golden.npz, with average pooling. Images have one size, so that nothing is resized.
"values" are in the order of NAMES. Histograms are compared exactly, by sorting. Read by ComparisonTest.
"""
import os
import sys

import numpy
import torch
import torch.nn.functional as F

FOLDER = os.path.dirname(os.path.abspath(__file__))
LOSS = os.path.join(FOLDER, "..", "loss")
sys.path.insert(0, LOSS)
import loss_golden  # noqa: E402
import neighbors_golden  # noqa: E402
import style_golden  # noqa: E402

WIDTH, HEIGHT = 48, 40
LAYERS = [f"block{i}_conv1" for i in range(1, 6)]
SHIFTS = {"block1_conv1": (4, 8), "block2_conv1": (4,)}
NAMES = [f"gram {n}" for n in LAYERS] + [f"shift {n}" for n in SHIFTS] + [f"hist {n}" for n in LAYERS] + [
    "content block4_conv2", "nearest", "nearest relative", "coverage", "coverage relative", "layout", "noise", "color noise", "border edges", "border tone"]


def picture(generator, amplitude, noise):
    y, x = (numpy.arange(n).reshape(s) for n, s in ((HEIGHT, (-1, 1, 1)), (WIDTH, (1, -1, 1))))
    a, b, phase = generator.uniform(0.1, 0.5, 3), generator.uniform(0.1, 0.5, 3), generator.uniform(0, 6, 3)
    waves = 120 + amplitude * numpy.sin(a * x + b * y + phase) + noise * generator.standard_normal((HEIGHT, WIDTH, 3))
    return waves.clip(0, 255).astype("f4")


def gram(f):
    f = f.reshape(-1, f.shape[2])
    return f.T @ f / len(f)


def relative(statistic, result, targets, other):
    target = sum(statistic(t) for t in targets) / len(targets)
    return ((statistic(result) - target).norm() / (statistic(other) - target).norm()).item()


def wasserstein(result, targets, other):
    ordered = [torch.sort(f.reshape(-1, f.shape[2]), 0).values for f in (result, other, *targets)]
    target = sum(ordered[2:]) / len(targets)
    return ((ordered[0] - target).abs().mean() / (ordered[1] - target).abs().mean()).item()


def places(content, styles, result):
    c, r = (neighbors_golden.hypercolumns(m) for m in (content, result))
    style = torch.cat([neighbors_golden.hypercolumns(s) for s in styles])
    spread = (style - style.mean(0)).square().sum(1).mean()
    near = [torch.cdist(p, style).square().min(1).values.mean() / spread for p in (r, c)]
    used = [torch.cdist(style, p).square().min(1).values.mean() / spread for p in (r, c)]
    pairs = ~torch.eye(len(r), dtype=torch.bool)
    alike = [(lambda d: (d @ d.T)[pairs])(F.normalize(neighbors_golden.centered(p))) for p in (r, c)]
    layout = 1 - torch.corrcoef(torch.stack(alike))[0, 1]
    return [x.item() for x in (near[0], near[0] / near[1], used[0], used[0] / used[1], layout)]


def noise(image, weights):
    plane = torch.from_numpy((image.astype("f8") @ numpy.array(weights))[None, None])
    mask = torch.tensor([1.0, -2.0, 1.0], dtype=torch.float64)
    residuals = F.conv2d(plane, torch.outer(mask, mask)[None, None]).abs().flatten().sort().values
    return (residuals[len(residuals) // 4].item() / (6 * 0.31863936396)) ** 2


def noises(image):
    color = noise(image, (-0.168736, -0.331264, 0.5)), noise(image, (0.5, -0.418688, -0.081312))
    return numpy.array([noise(image, (0.299, 0.587, 0.114)), sum(color) / 2]) + 1 / 12


def border(image):
    image, strip, behind, rounding = image.astype("f8"), 2, 4, (1 / 12) ** 0.5
    steps = [numpy.diff(image, axis=a)[:HEIGHT - 1, :WIDTH - 1] for a in (0, 1)]
    gradient = numpy.sqrt((steps[0] ** 2 + steps[1] ** 2).mean(2))
    cut = lambda n: numpy.pad(numpy.zeros((HEIGHT - 1 - 2 * n, WIDTH - 1 - 2 * n)), n, constant_values=1) == 1  # noqa: E731
    outer, near = cut(strip), cut(strip * (behind + 1)) & ~cut(strip)
    edges = (gradient[outer].mean() + rounding) / (gradient[near].mean() + rounding)
    changes = 0
    for side in range(4):
        turned = numpy.rot90(image, side)
        means = numpy.array([turned[i * strip:(i + 1) * strip].mean((0, 1)) for i in range(behind + 2)])
        changes = changes + (numpy.diff(means, axis=0) ** 2).sum(1) / 12
    return numpy.array([edges, numpy.sqrt((changes[0] + rounding ** 2) / (changes[1:].mean() + rounding ** 2))])


def main():
    given = {k: torch.from_numpy(v.astype("f8")) for k, v in numpy.load(os.path.join(LOSS, "loss_golden.npz")).items()}
    layers = []
    for block, depth in enumerate(loss_golden.DEPTHS, 1):
        for name in (f"block{block}_conv{i + 1}" for i in range(depth)):
            layers.append((name, block - 1, given["kernel/" + name], given["bias/" + name]))
    generator = numpy.random.default_rng(7)
    images = {name: picture(generator, *kind) for name, kind in dict(
        content=(90, 3), style1=(50, 8), style2=(70, 5), result=(60, 12)).items()}
    maps = {k: loss_golden.features(layers, torch.from_numpy(v.astype("f8")), F.avg_pool2d) for k, v in images.items()}
    content, result, styles = maps["content"], maps["result"], [maps["style1"], maps["style2"]]
    values = [relative(gram, result[n], [s[n] for s in styles], content[n]) for n in LAYERS]
    for n, shifts in SHIFTS.items():
        values.append(relative(lambda f: style_golden.shifted_grams(f, shifts), result[n], [s[n] for s in styles], content[n]))
    values += [wasserstein(result[n], [s[n] for s in styles], content[n]) for n in LAYERS]
    n = "block4_conv2"
    values.append(relative(lambda f: f, result[n], [content[n]], styles[0][n]))
    values += places(content, styles, result)
    values += list(numpy.sqrt(noises(images["result"]) / ((noises(images["style1"]) + noises(images["style2"])) / 2)))
    values += list(border(images["result"]) / border(images["content"]))
    assert len(values) == len(NAMES)
    numpy.savez_compressed(os.path.join(FOLDER, "measure_golden.npz"), values=numpy.array(values, "<f8"), **images)
    print(*(f"{n}: {v:.4f}" for n, v in zip(NAMES, values)), sep="\n")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes loss_golden.npz: features, losses and gradients of a small random VGG, by PyTorch in float64.

    python3 loss_golden.py

Needs PyTorch and NumPy. The same seed gives the same arrays. Kernels are (3, 3, in, out), images (height, width, 3) in
0..255, features and gradients (height, width, channels); all are stored as float32, values and norms as float64.
Kernels, images and weights are rounded to float32 before they are used, so that the program under test has the very
same numbers. Read by LossGoldenTest.
"""
import os

import numpy
import torch
import torch.nn.functional as F

WIDTHS, DEPTHS = (4, 6, 8, 8, 8), (2, 2, 3, 3, 1)
STYLE_LAYERS = [f"block{b}_conv1" for b in range(1, 6)]
CONTENT_LAYER = "block4_conv2"
PROPORTIONS = 0.3, 0.7

random = numpy.random.RandomState(20260)


def float32(values):
    """Rounded to what Java will read, in float64."""
    return torch.from_numpy(numpy.asarray(values).astype("<f4").astype("f8"))


def picture(height, width):
    """Waves with noise, so that no two neighbours are alike."""
    y, x = numpy.mgrid[:height, :width][..., None]
    phase, pitch = random.uniform(0, 6, 3), random.uniform(0.1, 0.4, (2, 3))
    waves = 127 + 80 * numpy.sin(pitch[0] * x + pitch[1] * y + phase)
    return float32(numpy.clip(waves + random.normal(0, 20, (height, width, 3)), 0, 255))


def network():
    """He's initialisation, the first kernel made for 0..255, and biases that are not nought."""
    layers, channels = [], 3
    for block, (width, depth) in enumerate(zip(WIDTHS, DEPTHS)):
        for i in range(depth):
            kernel = random.normal(0, numpy.sqrt(2 / (9 * channels)), (3, 3, channels, width))
            bias = random.normal(0, 0.2, width)
            layers.append((f"block{block + 1}_conv{i + 1}", block, float32(kernel / (1 if layers else 100)), float32(bias)))
            channels = width
    return layers


def features(layers, image, pool):
    """(height, width, channels) of each layer."""
    maps, x, before = {}, image.permute(2, 0, 1)[None], 0
    for name, block, kernel, bias in layers:
        if block > before:
            x = pool(x, 2, ceil_mode=True)
        before = block
        x = F.relu(F.conv2d(F.pad(x, (1, 1, 1, 1), "replicate"), kernel.permute(3, 2, 0, 1), bias))
        maps[name] = x[0].permute(1, 2, 0)
    return maps


def gram(f):
    matrix = f.reshape(-1, f.shape[2])
    return matrix.T @ matrix / len(matrix)


def total_variation(x):
    """Mean squares of the four differences of neighbours, the diagonal ones counted half."""
    across, down = x[:, 1:] - x[:, :-1], x[1:] - x[:-1]
    falling, rising = x[1:, 1:] - x[:-1, :-1], x[1:, :-1] - x[:-1, 1:]
    return sum(d.square().mean() for d in (across, down)) + sum(d.square().mean() for d in (falling, rising)) / 2


def self_similarity(f):
    """Cosines of all pairs of centred features on a grid, less their mean, of length 1."""
    step = (max(f.shape[:2]) - 1) // 32 + 1
    places = f[::step, ::step].reshape(-1, f.shape[2])
    directions = F.normalize(places - places.mean(0), dim=1)
    cosines = directions @ directions.T
    return F.normalize((cosines - cosines.mean()).flatten(), dim=0)


def losses(layers, image, content, styles, proportions, pool):
    """Content, Gram at each layer of style, total variation, self-similarity with and without a coarser grid."""
    maps, wanted = features(layers, image, pool), features(layers, content, pool)
    values = [(maps[CONTENT_LAYER] - wanted[CONTENT_LAYER]).square().mean()]
    for layer in STYLE_LAYERS:
        target = sum(p * gram(features(layers, style, pool)[layer]) for p, style in zip(proportions, styles))
        values.append((gram(maps[layer]) - target).square().mean())
    values.append(total_variation(image))
    for layer in CONTENT_LAYER, "block1_conv1":
        values.append(1 - self_similarity(maps[layer]) @ self_similarity(wanted[layer]))
    return values


def main():
    layers = network()
    image, content = picture(37, 45), picture(37, 45)
    styles = [picture(40, 34), picture(33, 52)]
    arrays = {"image": image, "content": content, "style1": styles[0], "style2": styles[1]}
    for name, _, kernel, bias in layers:
        arrays["kernel/" + name], arrays["bias/" + name] = kernel, bias

    for pooling, pool in ("average", F.avg_pool2d), ("max", F.max_pool2d):
        for name, f in features(layers, image, pool).items():
            arrays[f"{pooling}/features/{name}"] = f
        for case, n, proportions in ("one", 1, (1,)), ("two", 2, PROPORTIONS):
            x = image.clone().requires_grad_()
            values = losses(layers, x, content, styles[:n], proportions, pool)
            gradients = [torch.autograd.grad(v, x, retain_graph=True)[0] for v in values]
            weights = float32([1 / g.norm().item() for g in gradients])
            combined = torch.autograd.grad(sum(w * v for w, v in zip(weights, values)), x)[0]
            key = f"{pooling}/{case}/"
            arrays[key + "values"] = torch.stack(values)
            arrays[key + "norms"] = torch.stack([g.norm() for g in gradients])
            arrays[key + "weights"] = weights
            arrays[key + "combined"] = combined
            if (pooling, case) == ("average", "one") or case == "two" and pooling == "max":
                arrays[key + "gradients"] = torch.stack(gradients)

    doubles = "values", "norms"
    stored = {k: v.detach().numpy().astype("<f8" if k.endswith(doubles) else "<f4") for k, v in arrays.items()}
    folder = os.path.dirname(os.path.abspath(__file__))
    numpy.savez(os.path.join(folder, "loss_golden.npz"), **stored)


if __name__ == "__main__":
    main()

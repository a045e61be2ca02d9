"""Packed images, decoded by all processors and augmented on the device."""
import io
import mmap
import multiprocessing
import os
import struct

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

from vgg import OFFSET, SCALE

SIDE = 64
HELD_OUT = 20                                   # every twentieth image, in the order of names


def _decode(shared, streams, first):
    pixels = np.frombuffer(shared, np.uint8).reshape(-1, SIDE, SIDE, 3)
    for i, stream in enumerate(streams):
        size = len(stream)
        header = struct.pack('<4sI4s4sI', b'RIFF', size + 12, b'WEBP', b'VP8 ', size)
        pixels[first + i] = _picture(header + stream)


def _picture(webp):
    try:
        return np.asarray(Image.open(io.BytesIO(webp)).convert('RGB'))
    except Exception:                           # a Pillow without WebP
        import cv2
        return cv2.imdecode(np.frombuffer(webp, np.uint8), cv2.IMREAD_COLOR)[:, :, ::-1]


def load(prefix, limit=None):
    """Pixels (images, SIDE, SIDE, 3), uint8, and classes of a file that pack.py wrote."""
    index = np.load(prefix + '.npz')
    sizes, labels = index['sizes'].astype(np.int64), index['labels'].astype(np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    with open(prefix + '.bin', 'rb') as f:
        raw = f.read()
    chosen = np.arange(len(sizes)) if not limit else np.linspace(0, len(sizes) - 1, limit).astype(int)
    shared = mmap.mmap(-1, len(chosen) * SIDE * SIDE * 3)
    workers = max(1, os.cpu_count() or 1)
    fork, jobs = multiprocessing.get_context('fork'), []
    for part in np.array_split(np.arange(len(chosen)), workers):
        if len(part):
            streams = [raw[starts[k]:starts[k + 1]] for k in chosen[part]]
            jobs.append(fork.Process(target=_decode, args=(shared, streams, int(part[0]))))
            jobs[-1].start()
    for job in jobs:
        job.join()
        if job.exitcode:
            raise RuntimeError('A process that decodes images ended with %d.' % job.exitcode)
    pixels = np.frombuffer(shared, np.uint8).reshape(-1, SIDE, SIDE, 3)
    return pixels, labels[chosen]


def split(count):
    held = np.arange(count) % HELD_OUT == 0
    return np.flatnonzero(~held), np.flatnonzero(held)


class Augmenter:
    """Batches of images drawn without replacement and changed at random, all on one device and from one seed."""

    def __init__(self, pixels, labels, classes, device, seed, strength=1.0):
        self.strength = strength               # of the changes: a narrow network learns less from strong ones
        self.pixels, self.labels, self.classes, self.device = pixels, labels, classes, device
        self.random = torch.Generator(device=device)
        self.random.manual_seed(seed)
        self.order, self.at = None, 0

    def uniform(self, n, low, high):
        return torch.rand(n, device=self.device, generator=self.random) * (high - low) + low

    def take(self, n):
        if self.order is None or self.at + n > len(self.order):
            self.order, self.at = torch.randperm(len(self.labels), device=self.device, generator=self.random), 0
        self.at += n
        return self.order[self.at - n:self.at]

    def batch(self, n, side, smoothing=0.1):
        """(n, 3, side, side) as the network sees it, and soft labels (n, classes)."""
        index = self.take(n)
        n = len(index)
        x = self.colours(self.cut_out(self.warp(self.pixels[index].float(), side)))
        y = torch.full((n, self.classes), smoothing / self.classes, device=self.device)
        y.scatter_(1, self.labels[index][:, None], 1 - smoothing + smoothing / self.classes)
        if float(torch.rand((), generator=self.host())) < 0.2 * self.strength:
            share = self.uniform((n, 1), 0.5, 1)
            other = torch.randperm(n, device=self.device, generator=self.random)
            x, y = share[:, :, None, None] * x + (1 - share[:, :, None, None]) * x[other], share * y + (1 - share) * y[other]
        return (x.clamp(0, 255) * SCALE + OFFSET).contiguous(memory_format=torch.channels_last), y

    def host(self):
        if not hasattr(self, '_host'):
            self._host = torch.Generator()
            self._host.manual_seed(self.random.initial_seed())
        return self._host

    def warp(self, x, side):
        """A rotated rectangle of a quarter to all of each image, every other one mirrored, enlarged to ``side``."""
        n = len(x)
        size, aspect = self.uniform(n, 0.65 - 0.4 * self.strength, 1).sqrt(), self.uniform(n, -0.25, 0.25).exp()
        w, h = (size * aspect).clamp(max=1), (size / aspect).clamp(max=1)
        left, top = self.uniform(n, -1, 1) * (1 - w), self.uniform(n, -1, 1) * (1 - h)
        angle, mirror = self.uniform(n, -0.15, 0.15), torch.where(self.uniform(n, 0, 1) < 0.5, -1.0, 1.0)
        cos, sin = angle.cos(), angle.sin()
        theta = torch.stack([torch.stack([w * cos * mirror, -h * sin, left], 1), torch.stack([w * sin * mirror, h * cos, top], 1)], 1)
        grid = F.affine_grid(theta, (n, 3, side, side), align_corners=False)
        mode = 'bicubic' if float(torch.rand((), generator=self.host())) < 0.5 else 'bilinear'
        return F.grid_sample(x, grid, mode=mode, padding_mode='reflection', align_corners=False).clamp(0, 255)

    def cut_out(self, x):
        """A rectangle of one colour over some images."""
        n, _, h, w = x.shape
        half, cy, cx = self.uniform((n, 1), 0.1, 0.22), self.uniform((n, 1), 0, 1), self.uniform((n, 1), 0, 1)
        half = torch.where(self.uniform((n, 1), 0, 1) < 0.25 * self.strength, half, torch.zeros_like(half))
        rows = ((torch.arange(h, device=self.device)[None] + 0.5) / h - cy).abs() < half
        columns = ((torch.arange(w, device=self.device)[None] + 0.5) / w - cx).abs() < half
        return torch.where((rows[:, :, None] & columns[:, None])[:, None], self.uniform((n, 3, 1, 1), 0, 255), x)

    def colours(self, x):
        """Brightness, contrast, saturation and tint."""
        n = len(x)
        grey = x.mean(1, keepdim=True)
        x = grey + (x - grey) * self.uniform((n, 1, 1, 1), 0.9 - 0.8 * self.strength, 1.1 + 0.5 * self.strength)
        mean = x.mean((1, 2, 3), keepdim=True)
        x = mean * self.uniform((n, 1, 1, 1), 1 - 0.3 * self.strength, 1 + 0.3 * self.strength) + (x - mean) * self.uniform((n, 1, 1, 1), 1 - 0.4 * self.strength, 1 + 0.4 * self.strength)
        return x * self.uniform((n, 3, 1, 1), 0.9, 1.1)

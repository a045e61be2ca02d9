"""A VGG as the product runs it: borders repeat the outermost pixels, average pooling keeps the last row of an odd side.

Batch normalisation exists while a network is trained and is folded into the kernels afterwards.
"""
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

SCALE, OFFSET = 1 / 64, -2.0          # what a network under training sees of a pixel 0..255
DEPTHS = (2, 2, 3, 3, 1)
SILENT = 1e-4


class EdgePad(torch.autograd.Function):
    """Pads height and width by the border's own pixels, in the channels-last layout."""

    @staticmethod
    def forward(ctx, x):
        n, c, h, w = x.shape
        y = torch.empty((n, c, h + 2, w + 2), dtype=x.dtype, device=x.device, memory_format=torch.channels_last)
        y[:, :, 1:-1, 1:-1] = x
        y[:, :, 0, 1:-1] = x[:, :, 0]
        y[:, :, -1, 1:-1] = x[:, :, -1]
        y[:, :, :, 0] = y[:, :, :, 1]
        y[:, :, :, -1] = y[:, :, :, -2]
        return y

    @staticmethod
    def backward(ctx, g):
        g = g.contiguous(memory_format=torch.channels_last)
        inner = g[:, :, 1:-1, 1:-1].clone(memory_format=torch.channels_last)
        inner[:, :, :, 0] += g[:, :, 1:-1, 0]
        inner[:, :, :, -1] += g[:, :, 1:-1, -1]
        for border, row in ((0, 0), (-1, -1)):
            line = g[:, :, border, 1:-1].clone()
            line[:, :, 0] += g[:, :, border, 0]
            line[:, :, -1] += g[:, :, border, -1]
            inner[:, :, row] += line
        return inner


def halve(x):
    return F.avg_pool2d(x, 2, 2, ceil_mode=True, count_include_pad=False)


def convolutions(widths, depths=DEPTHS):
    """(name, block, in, out) of each, from the image upwards."""
    below = 3
    for block, (width, depth) in enumerate(zip(widths, depths)):
        for i in range(depth):
            yield 'block%d_conv%d' % (block + 1, i + 1), block, below, width
            below = width


class Net(nn.Module):
    """With batch normalisation and a linear layer over the mean of the last features."""

    def __init__(self, widths, classes, generator):
        super().__init__()
        self.widths, self.layers = tuple(widths), list(convolutions(widths))
        self.convs = nn.ModuleList(nn.Conv2d(i, o, 3, bias=False) for _, _, i, o in self.layers)
        self.norms = nn.ModuleList(nn.BatchNorm2d(o, eps=1e-3) for _, _, _, o in self.layers)
        self.dense = nn.Linear(widths[-1], classes)
        with torch.no_grad():
            for conv in self.convs:
                conv.weight.copy_(torch.randn(conv.weight.shape, generator=generator) * (2 / (9 * conv.in_channels)) ** 0.5)
            self.dense.weight.copy_(torch.randn(self.dense.weight.shape, generator=generator) * widths[-1] ** -0.5)
            self.dense.bias.zero_()

    def forward(self, x):
        """Logits and all feature maps of an image (n, 3, h, w), pixels as value * SCALE + OFFSET."""
        maps, block = [], 0
        for (_, b, _, _), conv, norm in zip(self.layers, self.convs, self.norms):
            if b > block:
                x, block = halve(x), b
            x = F.relu(norm(conv(EdgePad.apply(x))), inplace=True)
            maps.append(x)
        return self.dense(x.mean((2, 3))), maps

    @torch.no_grad()
    def calibrate(self, batches):
        """Sets means and variances of the normalisation to those over some batches."""
        for norm in self.norms:
            norm.reset_running_stats()
            norm.momentum = None
        self.train()
        for x in batches:
            self(x)
        for norm in self.norms:
            norm.momentum = 0.1


class Folded:
    """Kernels (out, in, 3, 3) and biases alone; ``divisors`` makes each channel's mean activation 1 (Gatys et al. 2016)."""

    @torch.no_grad()
    def __init__(self, net):
        self.layers, self.kernels, self.biases = net.layers, [], []
        for conv, norm in zip(net.convs, net.norms):
            gain = norm.weight.double() / (norm.running_var.double() + norm.eps).sqrt()
            self.kernels.append((conv.weight.double() * gain[:, None, None, None]).float())
            self.biases.append((norm.bias.double() - norm.running_mean.double() * gain).float())
        self.dense, self.bias = net.dense.weight.detach().clone(), net.dense.bias.detach().clone()

    def __call__(self, x):
        maps, block = [], 0
        for (_, b, _, _), kernel, bias in zip(self.layers, self.kernels, self.biases):
            if b > block:
                x, block = halve(x), b
            x = F.relu(F.conv2d(EdgePad.apply(x), kernel.to(x.dtype), bias.to(x.dtype)))
            maps.append(x)
        return F.linear(x.float().mean((2, 3)), self.dense, self.bias), maps

    @torch.no_grad()
    def normalise(self, batches):
        """Divides each channel by its mean activation over images and places; silent ones stay. Returns how many are silent."""
        sums, count = None, 0
        for x in batches:
            means = [m.double().mean((0, 2, 3)) * len(x) for m in self(x)[1]]
            sums, count = means if sums is None else [a + b for a, b in zip(sums, means)], count + len(x)
        means = [s / count for s in sums]
        silent = [int((m < SILENT).sum()) for m in means]
        below = torch.ones(3, dtype=torch.float64, device=self.bias.device)
        for i, mean in enumerate(means):
            mean = torch.where(mean < SILENT, torch.ones_like(mean), mean)
            self.kernels[i] = (self.kernels[i].double() * below[None, :, None, None] / mean[:, None, None, None]).float()
            self.biases[i] = (self.biases[i].double() / mean).float()
            below = mean
        self.dense = (self.dense.double() * below).float()
        return silent

    def cast(self, dtype):
        """Kernels in another precision and the channels-last layout, for speed."""
        self.kernels = [k.to(dtype).contiguous(memory_format=torch.channels_last) for k in self.kernels]
        self.biases = [b.to(dtype) for b in self.biases]
        return self

    def arrays(self, dtype=np.float32):
        """For pixels 0..255: kernels (3, 3, in, out), biases, and the linear layer, by name."""
        out = {}
        for i, ((name, _, _, _), kernel, bias) in enumerate(zip(self.layers, self.kernels, self.biases)):
            kernel, bias = kernel.double().cpu(), bias.double().cpu()
            if i == 0:
                bias, kernel = bias + OFFSET * kernel.sum((1, 2, 3)), kernel * SCALE
            out[name + '_kernel'] = kernel.permute(2, 3, 1, 0).contiguous().numpy().astype(dtype)
            out[name + '_bias'] = bias.numpy().astype(dtype)
        out['dense'], out['dense_bias'] = self.dense.t().cpu().numpy().astype(dtype), self.bias.cpu().numpy().astype(dtype)
        return out

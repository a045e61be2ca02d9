#!/usr/bin/env python3
"""Writes files of weights with the layouts of published ones, all of one narrow random VGG-19, and what PyTorch makes of it.

    python3 vgg19_files.py [FOLDER [WIDTH]]

Needs PyTorch, NumPy and h5py. The folder is that of this file and the width 2 if not given; with 64 they are as large as
the published ones. The same seed gives the same weights. golden.npz holds a picture (height, width, 3) in 0..255 and
features (height, width, channels) of some layers as float32, computed in float64 from the same weights: caffe/LAYER for
their input BGR minus means, torchvision/LAYER for RGB in 0..1, minus means, over deviations. Borders are mirrored and
pooling is by the average, as in the program under test. Read by VggReaderTest and others.
"""
import collections
import json
import os
import struct
import sys

import h5py
import numpy
import torch
import torch.nn.functional as F

FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
WIDTH = int(sys.argv[2]) if len(sys.argv) > 2 else 2
DEPTHS, WIDTHS = (2, 2, 4, 4, 4), [WIDTH * factor for factor in (1, 2, 4, 8, 8)]
LAYERS = [(f"block{b + 1}_conv{i + 1}", b) for b in range(5) for i in range(DEPTHS[b])]
INDICES = [0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25, 28, 30, 32, 34]
GOLDEN = "block1_conv1", "block2_conv2", "block3_conv4", "block4_conv2", "block5_conv4"

random = numpy.random.RandomState(4)


def network():
    """He's initialisation, the first kernel between what suits 0..255 and 0..1, and biases that are not nought; (out, in, 3, 3)."""
    weights, channels = [], 3
    for name, block in LAYERS:
        kernel = random.normal(0, (2 / 9 / channels) ** 0.5, (WIDTHS[block], channels, 3, 3))
        kernel = kernel / 4 if channels == 3 else kernel
        weights.append((kernel.astype("f4"), random.uniform(-0.1, 0.3, WIDTHS[block]).astype("f4")))
        channels = WIDTHS[block]
    return weights


def path(name):
    return os.path.join(FOLDER, name)


def features(weights, x):
    """All feature maps of an input (1, 3, height, width)."""
    found, before = {}, 0
    for (name, block), (kernel, bias) in zip(LAYERS, weights):
        if block > before:
            x, before = F.avg_pool2d(x, 2, ceil_mode=True, count_include_pad=False), block
        x = F.relu(F.conv2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), torch.tensor(kernel).double(), torch.tensor(bias).double()))
        found[name] = x[0].permute(1, 2, 0).numpy().astype("f4")
    return found


def golden(weights):
    y, x = numpy.mgrid[:45, :37][..., None]
    picture = numpy.clip(127 + 100 * numpy.sin([0.3, 0.2, 0.1] * x + [0.1, 0.25, 0.4] * y) + random.normal(0, 9, (45, 37, 3)), 0, 255).astype("f4")
    rgb = torch.from_numpy(picture.astype("f8")).permute(2, 0, 1)[None]
    column = lambda *values: torch.tensor(values, dtype=torch.float64).view(1, 3, 1, 1)
    inputs = {"caffe": rgb.flip(1) - column(103.939, 116.779, 123.68),
              "torchvision": (rgb / 255 - column(0.485, 0.456, 0.406)) / column(0.229, 0.224, 0.225)}
    arrays = {f"{source}/{layer}": features(weights, x)[layer] for source, x in inputs.items() for layer in GOLDEN}
    numpy.savez_compressed(path("golden.npz"), picture=picture, **arrays)


def keras(kernel):
    return numpy.ascontiguousarray(kernel.transpose(2, 3, 1, 0))


def keras_2016(weights):
    """vgg19_weights_tf_dim_ordering_tf_kernels.h5: flat names, pooling as empty groups, the layers of the top behind."""
    with h5py.File(path("keras-2016.h5"), "w") as file:
        names, blocks = [], [block for _, block in LAYERS]
        for i, ((name, block), (kernel, bias)) in enumerate(zip(LAYERS, weights)):
            group = file.create_group(name)
            group.attrs["weight_names"] = [f"{name}_W_1:0".encode(), f"{name}_b_1:0".encode()]
            group[f"{name}_W_1:0"], group[f"{name}_b_1:0"] = keras(kernel), bias
            names.append(name)
            if blocks[i + 1:i + 2] != [block]:
                names.append(f"block{block + 1}_pool")
                file.create_group(names[-1]).attrs["weight_names"] = numpy.zeros(0, "S1")
        for name in "flatten", "fc1", "predictions":
            group = file.create_group(name)
            names.append(name)
            if name != "flatten":
                group[f"{name}_W_1:0"], group[f"{name}_b_1:0"] = numpy.ones((3, 2), "f4"), numpy.ones(2, "f4")
        file.attrs["layer_names"] = [name.encode() for name in names]
        file.attrs["backend"], file.attrs["keras_version"] = b"tensorflow", b"1.2.0"


def keras_2(weights):
    """What model.save of Keras 2 writes: nested names, and the state of an optimizer."""
    with h5py.File(path("keras-2.h5"), "w") as file:
        for (name, _), (kernel, bias) in zip(LAYERS, weights):
            file[f"model_weights/{name}/{name}/kernel:0"], file[f"model_weights/{name}/{name}/bias:0"] = keras(kernel), bias
        file["optimizer_weights/Adam/m/block1_conv1/kernel:0"] = numpy.zeros((3, 3, 3, WIDTH), "f4")
        file["optimizer_weights/Adam/iteration:0"] = numpy.int64(0)


def keras_3(weights):
    """Keras 3's .weights.h5: layers by their class, numbered; dense layers beside them."""
    with h5py.File(path("keras-3.weights.h5"), "w") as file:
        for i, (kernel, bias) in enumerate(weights):
            layer = "layers/conv2d" + (f"_{i}" if i else "")
            file[layer + "/vars/0"], file[layer + "/vars/1"] = keras(kernel), bias
        file["layers/dense/vars/0"], file["layers/dense/vars/1"] = numpy.ones((3, 2), "f4"), numpy.ones(2, "f4")
        file.create_group("layers/max_pooling2d/vars")
        file["optimizer/vars/0"] = numpy.int64(0)


def torch_state(weights):
    state = collections.OrderedDict()
    for index, (kernel, bias) in zip(INDICES, weights):
        state[f"features.{index}.weight"], state[f"features.{index}.bias"] = torch.tensor(kernel), torch.tensor(bias)
    state["classifier.0.weight"], state["classifier.0.bias"] = torch.ones(2, 3), torch.ones(2)
    return state


class OldTensor:
    """Pickled as PyTorch before 0.4 did."""

    def __init__(self, tensor):
        self.tensor = tensor

    def __reduce__(self):
        return torch._utils._rebuild_tensor, (self.tensor.storage(), 0, tuple(self.tensor.shape), self.tensor.stride())


def safetensors(state):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, tensor in state.items():
        values = tensor.numpy().tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(values)]}
        data += values
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path("torch.safetensors"), "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


if __name__ == "__main__":
    vgg19 = network()
    state = torch_state(vgg19)
    if WIDTH <= 4:
        golden(vgg19)
    keras_2016(vgg19)
    keras_2(vgg19)
    keras_3(vgg19)
    torch.save(state, path("torch.pth"))
    torch.save(collections.OrderedDict((name, OldTensor(tensor)) for name, tensor in state.items()), path("torch-2017.pth"),
               _use_new_zipfile_serialization=False)
    safetensors(state)

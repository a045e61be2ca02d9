#!/usr/bin/env python3
"""Writes matching_golden.npz: histogram matching by NumPy.

    python3 matching_golden.py

"binned" is by numpy.histogram and numpy.interp with bins centred on the least and the largest value; "unique" is what
scikit-image and the well-known recipe with numpy.unique compute, where a value has the rank of its last pixel. Float64,
of shape (height, width). Read by MatchingGoldenTest.
"""
import os

import numpy

FOLDER = os.path.dirname(os.path.abspath(__file__))


def cdf(values, bins):
    half = (values.max() - values.min()) / (bins - 1) / 2
    counts, edges = numpy.histogram(values, bins, (values.min() - half, values.max() + half))
    return numpy.concatenate([[0], numpy.cumsum(counts)]) / values.size, edges


def binned(source, template, bins):
    ranks, edges = cdf(source, bins)
    quantiles, template_edges = cdf(template, bins)
    held = numpy.diff(quantiles, prepend=-1) > 0
    matched = numpy.interp(numpy.interp(source, edges, ranks), quantiles[held], template_edges[held])
    return numpy.clip(matched, template.min(), template.max())


def unique(source, template):
    values, at, counts = numpy.unique(source, return_inverse=True, return_counts=True)
    template_values, template_counts = numpy.unique(template, return_counts=True)
    ranks = numpy.cumsum(counts) / source.size
    quantiles = numpy.cumsum(template_counts) / template.size
    return numpy.interp(ranks, quantiles, template_values)[at].reshape(source.shape)


random = numpy.random.default_rng(1)
# no empty bins, between which the inverse of a CDF would be any value
source = random.beta(2, 3, (30, 40)) * 5
template = random.beta(3, 2, (50, 35)) * 900 - 100
whole_source = numpy.rint(random.normal(100, 30, (40, 30)).clip(0, 255))
whole_template = numpy.rint(random.normal(150, 20, (60, 50)).clip(0, 255))
numpy.savez_compressed(os.path.join(FOLDER, "matching_golden.npz"), source=source, template=template,
                       binned=binned(source, template, 16), whole_source=whole_source, whole_template=whole_template,
                       unique=unique(whole_source, whole_template))

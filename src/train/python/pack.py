#!/usr/bin/env python3
"""Packs a folder of class folders with 64x64 images into one file of WebP streams.

usage: pack.py FOLDER PREFIX QUALITY
Writes PREFIX.bin, the streams without their 20 bytes of RIFF header, and PREFIX.npz: their sizes, classes and class names.
"""
import io
import os
import sys
from multiprocessing import Pool

import numpy as np
from PIL import Image


def encode(job):
    file, quality = job
    image = Image.open(file).convert('RGB')
    if image.size != (64, 64):
        raise SystemExit('%s is %dx%d; it must be 64x64.' % (file, *image.size))
    stream = io.BytesIO()
    image.save(stream, 'WEBP', quality=quality, method=6)
    return stream.getvalue()[20:]


def main(root, prefix, quality):
    classes, files, labels = sorted(os.listdir(root)), [], []
    for i, name in enumerate(classes):
        images = sorted(os.listdir(os.path.join(root, name)))
        files += [os.path.join(root, name, image) for image in images]
        labels += [i] * len(images)
    with Pool() as pool:
        streams = pool.map(encode, [(file, int(quality)) for file in files], chunksize=200)
    with open(prefix + '.bin', 'wb') as out:
        out.write(b''.join(streams))
    sizes = np.array([len(stream) for stream in streams], np.uint16)
    np.savez_compressed(prefix + '.npz', sizes=sizes, labels=np.array(labels, np.uint8), classes=np.array(classes))
    print('%d images, %.0f bytes each, %.1f MB' % (len(streams), sizes.mean(), sizes.sum() / 1e6))


if __name__ == '__main__':
    main(*sys.argv[1:])

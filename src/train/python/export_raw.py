#!/usr/bin/env python3
"""Takes one network out of what train.py wrote.

usage: export_raw.py FILE.npz NETWORK FOLDER
Writes NETWORK.f16 and NETWORK.f32: for each convolution from the image upwards its kernel (3, 3, in, out) and its
biases, little-endian; and NETWORK.txt: the widths and depths of its blocks, one line each.
"""
import os
import sys

import numpy as np


def main(file, network, folder):
    arrays = np.load(file)
    names = sorted(k[len(network) + 1:-7] for k in arrays.files if k.startswith(network + '/') and k.endswith('_kernel'))
    if not names:
        raise SystemExit('%s holds no network %s; it holds %s.' % (file, network, sorted({k.split('/')[0] for k in arrays.files})))
    values, widths, depths = [], {}, {}
    for name in names:
        kernel, block = arrays['%s/%s_kernel' % (network, name)].astype(np.float64), name.split('_')[0]
        widths[block], depths[block] = kernel.shape[3], depths.get(block, 0) + 1
        values += [kernel.ravel(), arrays['%s/%s_bias' % (network, name)].astype(np.float64)]
    values = np.concatenate(values)
    if not np.isfinite(values).all() or np.abs(values).max() > 65000:
        raise SystemExit('%s of %s has weights that half precision cannot hold: largest %g.' % (network, file, np.abs(values).max()))
    os.makedirs(folder, exist_ok=True)
    values.astype('<f2').tofile(os.path.join(folder, network + '.f16'))
    values.astype('<f4').tofile(os.path.join(folder, network + '.f32'))
    with open(os.path.join(folder, network + '.txt'), 'w') as f:
        for numbers in (widths, depths):
            f.write(' '.join(str(numbers[b]) for b in sorted(numbers)) + '\n')
    tiny = np.abs(values[values != 0]).min()
    print('%s: %d weights, largest %.3g, least %.3g, blocks of %s channels' % (network, values.size, np.abs(values).max(), tiny, list(widths.values())))


if __name__ == '__main__':
    main(*sys.argv[1:])

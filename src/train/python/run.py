"""A training run: images on the device, log, accuracy on held-out images, and files."""
import contextlib
import json
import os
import time
import traceback

import numpy as np
import torch

from data import Augmenter, load, split
from vgg import OFFSET, SCALE

BEGAN = time.time()


class Run:
    def __init__(self, args):
        self.args = args
        os.makedirs(args.out, exist_ok=True)
        self.log = open(os.path.join(args.out, 'log.txt'), 'w')
        self.faults = 0
        self.report = {'torch': torch.__version__, 'arguments': vars(args), 'networks': {}}
        pixels, labels = load(args.data, args.limit)          # forks: before the device is touched
        self.say('%d images decoded' % len(labels))
        self.cuda = torch.cuda.is_available()
        self.device = torch.device('cuda' if self.cuda else 'cpu')
        if self.cuda:
            torch.backends.cudnn.benchmark = True
            self.say(torch.cuda.get_device_name(0))
            self.report['device'] = torch.cuda.get_device_name(0)
        torch.manual_seed(args.seed)
        training, held = split(len(labels))
        self.classes = int(labels.max()) + 1
        self.pixels = torch.from_numpy(np.array(pixels)).to(self.device).permute(0, 3, 1, 2).contiguous()
        self.labels = torch.from_numpy(labels).to(self.device)
        self.held = torch.from_numpy(held).to(self.device)
        self.training = torch.from_numpy(training).to(self.device)
        self.train_pixels, self.train_labels = self.pixels[self.training], self.labels[self.training]
        self.say('%d classes, %d images to train on, %d held out' % (self.classes, len(training), len(held)))

    def fault(self, text):
        """Goes on without what failed; the exit status tells."""
        self.faults += 1
        self.say(text + ':\n' + traceback.format_exc())

    def say(self, text):
        line = '%6.1f s  %s' % (time.time() - BEGAN, text)
        print(line, flush=True)
        self.log.write(line + '\n')
        self.log.flush()

    def autocast(self):
        return torch.autocast('cuda', dtype=torch.bfloat16) if self.cuda else contextlib.nullcontext()

    def augmenter(self, seed, strength):
        return Augmenter(self.train_pixels, self.train_labels, self.classes, self.device, seed, strength)

    def plain(self, index, side=64, size=256):
        """Batches of images as they are, or of their centres."""
        m = (64 - side) // 2
        for part in torch.split(index, size):
            x = self.pixels[part][:, :, m:m + side, m:m + side].float() * SCALE + OFFSET
            yield x.contiguous(memory_format=torch.channels_last)

    def sample(self, count):
        """Training images evenly spread."""
        index = torch.arange(count, device=self.device) * len(self.training) // count
        return self.training[index]

    def evaluate(self, net, most=None):
        """Right guesses on held-out images, in percent."""
        held = self.held if most is None else self.held[:most]
        out = {}
        for key, side, eps in (('clean', 64, 0), ('centre56', 56, 0), ('fgsm2', 64, 2), ('fgsm4', 64, 4)):
            right = 0
            for x, part in zip(self.plain(held, side), torch.split(held, 256)):
                y = self.labels[part]
                if eps:
                    x.requires_grad_(True)
                    loss = torch.nn.functional.cross_entropy(net(x)[0], y, reduction='sum')
                    gradient, = torch.autograd.grad(loss, x)
                    x = (x.detach() + eps * SCALE * gradient.sign()).clamp(OFFSET, 255 * SCALE + OFFSET)
                with torch.no_grad():
                    right += int((net(x)[0].argmax(1) == y).sum())
            out[key] = round(100.0 * right / len(held), 2)
        return out

    def finish(self, job):
        """Folded, normalised, measured."""
        count = len(self.training)
        torch.backends.cudnn.benchmark = False
        net = job.finish(list(self.plain(self.sample(min(6144, count)), size=512)))
        silent = net.normalise(self.plain(self.sample(min(3000, count)), size=100))
        told = {'widths': list(job.net.widths), 'steps': job.steps, 'epochs': round(job.images / count, 2), 'seed': job.seed,
                'adversarial': job.adversarial, 'share': job.share, 'distilled': job.teacher is not None,
                'silent channels': silent, 'accuracy': self.evaluate(net)}
        self.report['networks'][job.name] = told
        self.say('%s: %s' % (job.name, json.dumps(told)))
        torch.backends.cudnn.benchmark = self.cuda
        return net

    def write_report(self):
        with open(os.path.join(self.args.out, 'report.json'), 'w') as f:
            json.dump(self.report, f, indent=1)

    def save(self, file, nets, dtype=np.float32, only=None):
        """Arrays by 'network/array' in one file."""
        path = os.path.join(self.args.out, file)
        arrays = {name + '/' + key: value for name, net in nets.items() for key, value in net.arrays(dtype).items()
                  if only is None or only(key)}
        np.savez(path, **arrays)
        self.say('wrote %s, %.1f MB' % (file, os.path.getsize(path) / 1e6))

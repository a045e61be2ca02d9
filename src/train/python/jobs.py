"""One network under training, from labels or from a teacher, with or without adversarial images."""
import copy
import math

import torch
import torch.nn.functional as F

from vgg import OFFSET, SCALE, Folded, Net

LOW, HIGH = OFFSET, 255 * SCALE + OFFSET
TAPS = (1, 3, 6, 9, 10)                 # the last layer of each block
TEMPERATURE = 2.0


def cross_entropy(logits, soft):
    return -(soft * F.log_softmax(logits.float(), 1)).sum(1).mean()


def fast_adversarial(net, x, y, eps, random, autocast):
    """FGSM with a random start (Wong, Rice & Kolter 2020); eps (n, 1, 1, 1) in units of 0..255."""
    eps = eps * SCALE
    delta = (torch.rand(x.shape, device=x.device, generator=random) * 2 - 1) * eps
    start = (x + delta).clamp(LOW, HIGH).contiguous(memory_format=torch.channels_last).requires_grad_(True)
    with autocast():
        loss = cross_entropy(net(start)[0], y)
    gradient, = torch.autograd.grad(loss, start)
    delta = torch.minimum(torch.maximum(start.detach() - x + 1.25 * eps * gradient.sign(), -eps), eps)
    return (x + delta).clamp(LOW, HIGH).contiguous(memory_format=torch.channels_last)


def gram(f):
    f = f.flatten(2)
    return (f @ f.transpose(1, 2)).float() / f.shape[2]


def alike(f):
    """Cosines between all places of each image, channels centred."""
    f = f.flatten(2).float()
    f = F.normalize(f - f.mean(2, keepdim=True), dim=1, eps=1e-3)
    return f.transpose(1, 2) @ f


class Lesson:
    """What a teacher says of images: logits of all, and of every ``stride``-th its maps, their Gram matrices and likenesses."""

    @torch.no_grad()
    def __init__(self, teacher, x, stride=2):
        self.stride = stride
        self.logits, maps = teacher(x.to(teacher.kernels[0].dtype))
        self.maps = [maps[tap][::stride] for tap in TAPS]
        self.spreads = [m.float().var() + 1e-6 for m in self.maps]
        self.grams = [gram(m) for m in self.maps[:3]]
        self.likenesses = {i: alike(self.maps[i]) for i in (2, 3)}


class Job:
    """``adversarial`` is the largest epsilon, ``share`` the part of each batch that is attacked."""

    def __init__(self, name, widths, classes, device, seed, optimizer, rate, decay, teacher=None, adversarial=0.0, share=1.0, own_data=None):
        self.name, self.seed, self.rate, self.device = name, seed, rate, device
        self.adversarial, self.share, self.teacher, self.own_data = adversarial, share, teacher, own_data
        init = torch.Generator()
        init.manual_seed(seed)
        self.net = Net(widths, classes, init).to(device=device, memory_format=torch.channels_last)
        self.random = torch.Generator(device=device)
        self.random.manual_seed(seed + 1000)
        self.adapters = torch.nn.ModuleList()
        if teacher is not None:
            for tap in TAPS:
                adapter = torch.nn.Conv2d(self.net.layers[tap][3], teacher.layers[tap][3], 1)
                with torch.no_grad():
                    adapter.weight.copy_(torch.randn(adapter.weight.shape, generator=init) * adapter.in_channels ** -0.5)
                    adapter.bias.zero_()
                self.adapters.append(adapter)
            self.adapters.to(device=device, memory_format=torch.channels_last)
        self.parameters = list(self.net.parameters())
        every = self.parameters + list(self.adapters.parameters())
        groups = [{'params': [p for p in every if p.dim() > 1], 'weight_decay': decay},
                  {'params': [p for p in every if p.dim() <= 1], 'weight_decay': 0.0}]
        self.optimizer = torch.optim.SGD(groups, lr=rate, momentum=0.9, nesterov=True) if optimizer == 'sgd' \
            else torch.optim.AdamW(groups, lr=rate)
        self.every = every
        self.mean_weights = [p.detach().clone() for p in self.parameters]
        self.steps, self.images, self.last = 0, 0, {}

    def step(self, x, y, lesson, fraction, autocast):
        """``lesson``: what the teacher says of x, or None. ``fraction``: of the training that is over."""
        warm = 0.05
        scale = fraction / warm if fraction < warm else 0.5 * (1 + math.cos(math.pi * (fraction - warm) / (1 - warm)))
        for group in self.optimizer.param_groups:
            group['lr'] = self.rate * max(scale, 1e-3)
        self.net.train()
        n = int(len(x) * self.share)
        if self.adversarial and n:
            eps = torch.full((n, 1, 1, 1), float(self.adversarial), device=x.device)
            if self.share < 1:
                eps = eps * (0.25 + 0.75 * torch.rand(eps.shape, device=x.device, generator=self.random))
            attacked = fast_adversarial(self.net, x[:n], y[:n], eps, self.random, autocast)
            x = torch.cat([attacked, x[n:]]).contiguous(memory_format=torch.channels_last) if n < len(x) else attacked
        with autocast():
            logits, maps = self.net(x)
            parts = {'ce': cross_entropy(logits, y)}
            if self.teacher is not None and lesson is not None:
                parts.update(self.against(logits, maps, lesson))
        weights = {'ce': 1.0} if len(parts) == 1 else {'ce': 0.3, 'kd': 0.7, 'map': 2.0, 'gram': 0.5, 'alike': 1.0}
        loss = sum(weights[k] * v for k, v in parts.items())
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.every, 5.0)
        self.optimizer.step()
        self.steps, self.images = self.steps + 1, self.images + len(x)
        keep = min(0.998, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            torch._foreach_mul_(self.mean_weights, keep)
            torch._foreach_add_(self.mean_weights, [p.detach() for p in self.parameters], alpha=1 - keep)
        self.last = {k: v.detach() for k, v in parts.items()}

    def against(self, logits, maps, lesson):
        kd = F.kl_div(F.log_softmax(logits.float() / TEMPERATURE, 1), F.softmax(lesson.logits.float() / TEMPERATURE, 1),
                      reduction='batchmean') * TEMPERATURE ** 2
        match, grams, likeness = 0, 0, 0
        for i, (tap, adapter) in enumerate(zip(TAPS, self.adapters)):
            mine = maps[tap][::lesson.stride]
            adapted = adapter(mine)
            off = adapted - lesson.maps[i]
            match = match + (off * off).mean(dtype=torch.float32) / lesson.spreads[i] / len(TAPS)
            if i < len(lesson.grams):
                wanted = lesson.grams[i]
                grams = grams + ((gram(adapted) - wanted).square().sum((1, 2)) / (wanted.square().sum((1, 2)) + 1e-6)).mean() / 3
            if i in lesson.likenesses:
                likeness = likeness + (alike(mine) - lesson.likenesses[i]).float().square().mean() / 2
        return {'kd': kd, 'map': match, 'gram': grams, 'alike': likeness}

    def finish(self, calibration):
        """The network with mean weights, calibrated and folded."""
        net = copy.deepcopy(self.net)
        with torch.no_grad():
            for p, mean in zip(net.parameters(), self.mean_weights):
                p.copy_(mean)
        net.calibrate(calibration)
        return Folded(net)

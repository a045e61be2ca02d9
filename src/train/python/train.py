#!/usr/bin/env python3
"""Trains a wide teacher, networks of the compact layout distilled from it, and a judge, within a time given.

usage: train.py --data PREFIX --out FOLDER [--budget SECONDS]
Learning rates follow the share of the time that has passed, so that each network is finished when its time is over;
steps and epochs are reported. Needs PyTorch, NumPy, Pillow with WebP, and a GPU for full-size training.
PREFIX.bin and PREFIX.npz come from pack.py; export_raw.py and EmbedNetwork make a SavedModel of a result.
"""
import argparse
import json
import signal
import time

import numpy as np
import torch

from jobs import Job, Lesson
from run import BEGAN, Run

COMPACT = (16, 32, 64, 128, 128)
STOP = []


def arguments():
    a = argparse.ArgumentParser()
    a.add_argument('--data', required=True)
    a.add_argument('--out', required=True)
    a.add_argument('--budget', type=float, default=400)
    a.add_argument('--teacher-share', type=float, default=0.42)
    a.add_argument('--teacher-batch', type=int, default=512)
    a.add_argument('--batch', type=int, default=1024)
    a.add_argument('--teacher-widths', type=int, nargs=5, default=[64, 128, 256, 512, 512])
    a.add_argument('--limit', type=int)
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--least-epochs', type=float, default=16)
    return a.parse_args()


def train_teacher(run, until):
    args = run.args
    job = Job('teacher', args.teacher_widths, run.classes, run.device, args.seed, 'sgd', 0.2 * args.teacher_batch / 512, 5e-4,
              adversarial=4.0, share=0.5)
    data, start, told = run.augmenter(args.seed + 10, 1.0), time.time(), 0
    while True:
        fraction = (time.time() - start) / max(1e-6, until - start)
        if fraction >= 1 or STOP:
            break
        side = 64 if fraction < 0.55 or job.steps % 2 else 76
        x, y = data.batch(args.teacher_batch, side)
        job.step(x, y, None, fraction, run.autocast)
        if job.steps % 10 == 0:
            loss = job.last['ce'].item()               # waits for the device, so that the clock is right
            if time.time() - told > 10 or job.steps == 10:
                told = time.time()
                run.say('teacher %3.0f %%, step %d, epoch %.1f, loss %.3f' % (100 * fraction, job.steps, job.images / len(run.training), loss))
            if not loss < 1e4:
                raise ArithmeticError('The teacher diverged.')
    net = run.finish(job)
    upper = ('block4_conv3', 'block5')
    run.save('teacher-a.npz', {'teacher': net}, np.float16, lambda key: not key.startswith(upper))
    run.save('teacher-b.npz', {'teacher': net}, np.float16, lambda key: key.startswith(upper))
    return net


def students(run, teacher):
    args, common = run.args, (run.classes, run.device)
    adam = ('adamw', 4e-3, 0.02)
    judge_data = run.augmenter(args.seed + 77, 0.5)
    return [Job('distilled-adv2', COMPACT, *common, args.seed, *adam, teacher=teacher, adversarial=2.0),
            Job('judge', (24, 40, 72, 120, 120), *common, args.seed + 4242, *adam, adversarial=2.0, share=0.5, own_data=judge_data),
            Job('distilled-adv4', COMPACT, *common, args.seed, *adam, teacher=teacher, adversarial=4.0),
            Job('distilled', COMPACT, *common, args.seed, *adam, teacher=teacher),
            Job('plain', COMPACT, *common, args.seed, *adam),
            Job('wide-first', (32, 48, 64, 128, 128), *common, args.seed, *adam, teacher=teacher, adversarial=2.0)]


def train_students(run, teacher, until):
    args = run.args
    jobs, data = students(run, teacher), run.augmenter(args.seed + 20, 0.5)
    per_epoch, start, told, steps = len(run.training) / args.batch, time.time(), 0, 0
    marks = {}
    while jobs:
        fraction = (time.time() - start) / max(1e-6, until - start)
        if fraction >= 1 or STOP:
            break
        side = 64 if fraction < 0.3 else (64, 76, 84)[steps % 3]
        x, y = data.batch(args.batch, side)
        lesson = Lesson(teacher, x) if teacher is not None else None
        for job in list(jobs):
            try:
                if job.own_data:
                    job.step(*job.own_data.batch(args.batch, side), None, fraction, run.autocast)
                else:
                    job.step(x, y, lesson, fraction, run.autocast)
            except Exception:
                run.fault('%s is given up' % job.name)
                jobs.remove(job)
        steps += 1
        if steps % 5:
            continue
        values = {job.name: {k: round(v.item(), 3) for k, v in job.last.items()} for job in jobs}
        for job in list(jobs):
            if not all(v < 1e4 for v in values[job.name].values()):
                run.say('%s diverged and is given up' % job.name)
                jobs.remove(job)
        marks[steps] = time.time()
        if steps in (20, 40, 60):
            pace = (marks[steps] - marks[steps - 10]) / 10
            epochs = (until - time.time()) / pace / per_epoch / (1.2 if fraction < 0.3 else 1)
            run.say('%.0f ms a step, about %.1f epochs with %d networks' % (1000 * pace, epochs, len(jobs)))
            if steps > 20:
                while len(jobs) > 3 and epochs < args.least_epochs:
                    epochs *= (len(jobs) + 1) / len(jobs)
                    run.say('too slow: without %s' % jobs.pop().name)
        if time.time() - told > 15:
            told = time.time()
            run.say('students %3.0f %%, step %d, epoch %.1f: %s' % (100 * fraction, steps, steps / per_epoch, json.dumps(values)))
    return jobs


def finish_students(run, jobs):
    done = {}
    for job in jobs:
        try:
            done[job.name] = run.finish(job)
        except Exception:
            run.fault('%s cannot be finished' % job.name)
        first = {n: v for n, v in done.items() if n.startswith('distilled')}
        others = {n: v for n, v in done.items() if n not in first}
        for file, nets in (('students.npz', first), ('others.npz', others)):
            if job.name in nets:
                run.save(file, nets)
        run.write_report()


def main():
    args = arguments()
    signal.signal(signal.SIGTERM, lambda *_: STOP.append(True))
    run = Run(args)
    end = BEGAN + args.budget
    teacher = None
    try:
        teacher = train_teacher(run, BEGAN + args.teacher_share * args.budget)
        teacher.cast(torch.bfloat16 if run.cuda else torch.float32)
    except Exception:
        run.fault('No teacher')
    run.write_report()
    if run.cuda:
        torch.cuda.empty_cache()
    reserve = min(25.0, 0.2 * args.budget)
    jobs = train_students(run, teacher, end - reserve)
    finish_students(run, jobs)
    run.say('done, %d faults' % run.faults)
    return min(run.faults, 1)


if __name__ == '__main__':
    raise SystemExit(main())

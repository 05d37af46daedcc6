#!/usr/bin/env python3
# bench-reading.py - how fast the reader is, on ordinary and on hostile text. SPDX-License-Identifier: GPL-3.0-or-later
"""usage: bench-reading.py PROGRAM ROOT

Ordinary text: our own articles, again and again, those that count their years from an era by themselves: 10 MB a second; a page of 3 000 characters within a frame of a sixtieth of a second. Hostile text: a row of one thing,
once and four times as long: the time may grow four times, with room for noise, but not sixteen."""
import glob
import os
import re
import subprocess
import sys

HOSTILE = ['1', '一', '十', '万', '1,', '1.', '1人', '1个村、', '(', '【', '去年', '2019年', '1月', '1至', '1万', '百分之', '近', 'two ', 'twenty-', '1 million ',
           '约1元，', '贫困村', '个(gè)', '个(g', ' ', '1 ', '今年1人比', '。', '投入资金', '\n', 'a', '1、', '第', '2019-', '二分之', 'in 2016 ', '“1', '由1到', '计划', '行政院', '民国1', '1 x and ', '1 人 ', '1l人', '第1、', '(万元)1', 'nine out of 10 ']


def measure(program, text, runs=1):
    out = subprocess.run([program, str(runs)], input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    return float(out.split()[0]), out.strip()


def measure_articles(program, root, wanted):
    paths = [path for path in sorted(glob.glob(os.path.join(root, 'tests', 'reading', 'articles', '*.txt'))) if wanted(os.path.basename(path))]
    text = ''.join(open(path, encoding='utf-8').read() for path in paths)
    text = re.sub(r'【([^【】|]*)\|[^【】]*】', r'\1', text)
    n = 4000000 // len(text.encode())
    seconds, told = measure(program, text * n)
    print(f'{len(paths)} articles, {n} times: {told}')
    return len(text.encode()) * n / 1e6 / seconds, text


def main(program, root):
    speed, text = measure_articles(program, root, lambda name: 'taiwan' not in name)
    era_speed, _ = measure_articles(program, root, lambda name: 'taiwan' in name)
    page, told = measure(program, text[:3000], 20)
    print(f'page of 3000 characters: {told}')
    failed = speed < 10 or era_speed < 10 or page > 1 / 60
    for unit in HOSTILE:
        n = 100000 // len(unit)
        short, long = measure(program, unit * n, 3)[0], measure(program, unit * n * 4, 3)[0]
        factor = long / max(short, 1e-4)
        bad = factor > 9
        failed = failed or bad
        print(f'{unit!r}: {len((unit * n * 4).encode()) / 1e6 / max(long, 1e-6):.1f} MB/s, four times as long takes {factor:.1f} times{" (not linear)" if bad else ""}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2]))

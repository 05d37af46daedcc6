#!/usr/bin/env python3
# score.py - how well `shanhai-cli read` finds the figures of annotated articles. SPDX-License-Identifier: GPL-3.0-or-later
"""usage: score.py SHANHAI-CLI [-v] (ARTICLE.txt… | FOLDER)

FOLDER holds NNN.txt (a first line that names the source, then the text), NNN.json, NNN.other.json. ARTICLE.txt is a text with its annotation:
【figure|value|unit|qualifier|period|kind】 (English: [[…]]), empty for exact and none, value a~b for a range; 〔…〕 is neither asked for nor punished."""
import glob
import json
import os
import re
import subprocess
import sys

NEUTRAL = {'time', 'age', 'rate-base', 'enum'}
MARK = re.compile(r'【([^【】|]*\|[^【】]*)】|\[\[(.*?)\]\]|〔([^〔〕]*)〕', re.S)


def load_marked(path):
    """(text, gold, neutral spans) of a text with its annotation inside"""
    text, gold, neutral, last = '', [], [], 0
    source = open(path, encoding='utf-8').read()
    for mark in MARK.finditer(source):
        text += source[last:mark.start()]
        last = mark.end()
        fields = (mark.group(1) or mark.group(2) or mark.group(3)).split('|')
        if mark.group(3) is not None:
            neutral.append((len(text), len(text) + len(fields[0])))
        else:
            quote, value, unit, qualifier, period, kind = fields
            low, _, high = value.partition('~')
            figure = {'quote': quote, 'start': len(text), 'value': float(low), 'unit': unit, 'qualifier': qualifier or 'exact',
                      'time': period or None, 'kind': kind}
            if high:
                figure['value_hi'] = float(high)
            gold.append(figure)
        text += fields[0]
    return text + source[last:], gold, neutral


def load_folder(folder):
    for path in sorted(glob.glob(os.path.join(folder, '*.json'))):
        stem = path[:-len('.json')]
        if '.' in os.path.basename(stem) or not os.path.exists(stem + '.txt'):
            continue
        text = open(stem + '.txt', encoding='utf-8').read().split('\n', 1)[1]
        gold = json.load(open(path, encoding='utf-8'))
        other = json.load(open(stem + '.other.json', encoding='utf-8'))
        neutral = [(o['start'], o['start'] + len(o['quote'])) for o in other if o['cls'] in NEUTRAL]
        yield os.path.basename(stem), text, gold, neutral


def read(program, text):
    done = subprocess.run([program, 'read', '-'], input=text.encode(), stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def same(a, b):
    return a is not None and b is not None and abs(a - b) <= 1e-6 * max(1, abs(b))


def match(gold, found):
    """pairs of one figure each that overlap, those that overlap most first"""
    pairs = []
    for i, g in enumerate(gold):
        for k, f in enumerate(found):
            overlap = min(g['start'] + len(g['quote']), f['start'] + f['length']) - max(g['start'], f['start'])
            if overlap > 0:
                pairs.append((-overlap, abs(len(g['quote']) - f['length']), i, k))
    of_gold, of_found = {}, {}
    for _, _, i, k in sorted(pairs):
        if i not in of_gold and k not in of_found:
            of_gold[i], of_found[k] = k, i
    return of_gold, of_found


def compare(name, text, gold, neutral, found, counts, verbose):
    of_gold, of_found = match(gold, found)

    def say(what, g, f):
        if verbose:
            start = (g or f)['start']
            shown = {k: f[k] for k in ('quote', 'value', 'unit', 'qualifier', 'period', 'kind')} if f else None
            print(f"{name}: {what}: …{text[max(0, start - 16):start]}⟦{text[start:start + 24]}".replace('\n', '|'), g and {k: v for k, v in g.items() if k != 'counted'}, '→', shown)

    counts['gold'] += len(gold)
    for i, g in enumerate(gold):
        f = found[of_gold[i]] if i in of_gold else None
        if f is None:
            say('missed', g, None)
            continue
        counts['found'] += 1
        value = same(f['value'], g['value']) and ('value_hi' not in g or same(f.get('value_hi'), g['value_hi']))
        results = {'exact': f['start'] == g['start'] and f['length'] == len(g['quote']), 'value': value, 'value+unit': value and f['unit'] == g['unit'],
                   'qualifier': f['qualifier'] == g['qualifier'], 'kind': f['kind'] == g['kind'], 'time': f['period'] == g['time']}
        for what, right in results.items():
            counts[what] += right
        wrong = [what for what, right in results.items() if not right]
        if wrong:
            say(' '.join(wrong), g, f)
    for k, f in enumerate(found):
        touches = any(f['start'] < end and start < f['start'] + f['length'] for start, end in neutral)
        if k not in of_found and not touches:
            counts['false'] += 1
            say('false', None, f)


def score(program, articles, verbose=False):
    counts = {k: 0 for k in ('gold', 'found', 'exact', 'value', 'value+unit', 'qualifier', 'kind', 'time', 'false')}
    for name, text, gold, neutral in articles:
        compare(name, text, gold, neutral, read(program, text), counts, verbose)
    shares = {k: counts[k] / max(1, counts['gold']) for k in ('found', 'value', 'exact', 'value+unit', 'qualifier', 'kind', 'time')}
    shares['precision'] = counts['found'] / max(1, counts['found'] + counts['false'])
    return counts, shares


def load(paths):
    for path in paths:
        if os.path.isdir(path):
            yield from load_folder(path)
        else:
            yield (os.path.basename(path), *load_marked(path))


if __name__ == '__main__':
    arguments = [a for a in sys.argv[1:] if a != '-v']
    counts, shares = score(arguments[0], load(arguments[1:]), '-v' in sys.argv)
    print(counts)
    print(' '.join(f'{k} {v:.3f}' for k, v in shares.items()))

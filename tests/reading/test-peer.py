#!/usr/bin/env python3
# test-peer.py - the test cases of another recogniser, where conventions agree. SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-peer.py PROGRAM ROOT [--list]

Reads ROOT/../shared/articles/peer-cases where it is; else the test is skipped. A case agrees when every span that the other one expects overlaps a
figure with that value, and nothing else is found. Bare numbers, which are no figures in an article, get a measure word (个) behind them first. What doesn't
agree must be in peer-conflicts.txt, by its file and place, with its reason, and what is there must still not agree: so the list stays true."""
import json
import os
import subprocess
import sys


def read(program, text):
    done = subprocess.run([program], input=text.encode(), stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def agrees(expected, found, shift=0):
    if len(expected) != len(found):
        return False
    for e, f in zip(expected, found):
        if e['value'] is None:
            return False
        overlap = min(e['start'] + e['length'], f['start'] + f['length']) - max(e['start'], f['start'])
        if overlap <= 0 or abs(e['value'] - f['value']) > 1e-6 * max(1, abs(e['value'])):
            return False
        if e['unit'] and f['unit'] not in (e['unit'], {'Dollar': 'USD'}.get(e['unit'])):
            return False
    return True


def case_agrees(program, case):
    text = case['input']
    if agrees(case['expected'], read(program, text)):
        return True
    whole = len(case['expected']) == 1 and case['expected'][0]['text'].strip() == text.strip()
    return whole and agrees(case['expected'], read(program, text.rstrip() + '个'))


def main(program, root, listing):
    folder = os.path.join(root, '..', 'shared', 'articles', 'peer-cases')
    if not os.path.isdir(folder):
        print('1..0 # SKIP the peer cases are not here')
        return 0
    conflicts = {}
    for line in open(os.path.join(root, 'tests', 'reading', 'peer-conflicts.txt'), encoding='utf-8'):
        if line.strip() and not line.startswith('#'):
            name, _, reason = line.rstrip('\n').partition('\t')
            conflicts[name] = reason
    cases = {}
    for name in ('cardinal', 'currency'):
        for i, case in enumerate(json.load(open(os.path.join(folder, f'recognizers-{name}.json'), encoding='utf-8'))['cases'], 1):
            cases[f'{name} {i}'] = case
    wrong = {name: case for name, case in cases.items() if not case_agrees(program, case)}
    if listing:
        for name, c in wrong.items():
            print(name, c['input'].strip(), [(e['text'], e['value']) for e in c['expected']], [(f['quote'], f['value'], f['unit']) for f in read(program, c['input'])], sep='\t')
        return 0
    unlisted = sorted(set(wrong) - set(conflicts))
    stale = sorted(set(conflicts) - set(wrong))
    print('1..2')
    print(f"{'ok' if not unlisted else 'not ok'} 1 {len(cases) - len(wrong)} of {len(cases)} cases agree, the rest are listed" + ''.join(f'\n# not listed: {t}' for t in unlisted))
    print(f"{'ok' if not stale else 'not ok'} 2 what is listed is a conflict" + ''.join(f'\n# agrees now: {t}' for t in stale))
    return 1 if unlisted or stale else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2], '--list' in sys.argv))

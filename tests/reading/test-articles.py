#!/usr/bin/env python3
# test-articles.py - the reader on whole annotated articles. SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-articles.py PROGRAM ROOT [ROOT/../shared/articles is read where it exists]

Our own articles (tests/reading/articles) always; those beside the project where they are. Each share must reach its floor."""
import glob
import os
import sys

import score

FLOORS = {'found': .99, 'value': .98, 'exact': .93, 'value+unit': .92, 'qualifier': .96, 'kind': .80, 'time': .70, 'precision': .95}


def main(program, root):
    own = sorted(glob.glob(os.path.join(root, 'tests', 'reading', 'articles', '*.txt')))
    shared = os.path.join(root, '..', 'shared', 'articles')
    sets = [('our own articles', own)]
    if os.path.isdir(shared):
        sets.append(('the five articles', [shared]))
    print(f'1..{len(sets) * len(FLOORS)}')
    if not os.path.isdir(shared):
        print('# the five articles are not here: skipped')
    failed = False
    number = 0
    for name, paths in sets:
        counts, shares = score.score(program, score.load(paths))
        print(f'# {name}: {counts}')
        for what, floor in FLOORS.items():
            number += 1
            good = counts['gold'] > 0 and shares[what] >= floor
            failed = failed or not good
            print(f"{'ok' if good else 'not ok'} {number} {name}: {what} {shares[what]:.3f} (floor {floor})")
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2]))

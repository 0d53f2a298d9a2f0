x = {1: [2, (3.5, 'a')], 'k': {1, 2}}
a, *b = sorted([3, 1, 2], key=lambda v: -v)
print(f'{a!r:>10}', '%s %d' % ('x', 10**30), '{:,}'.format(5), b'\xff', x[1][::-1])
match x:
    case {1: [n, *_], **rest} if n: print(n, rest)
    case _: pass
print([i for i in range(9) if i % 2], {k: v for k, v in x.items()}, 'abc'.encode().hex(), int('12', 3))

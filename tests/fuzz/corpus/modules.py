import re, json, itertools, functools, collections, datetime, enum, contextlib
print(re.sub(r'(\w)(\d*)?', lambda m: m[1] * 2, 'a1b'), json.loads('{"a": [1, null]}'), json.dumps({'x': 1.5}))
print(list(itertools.islice(itertools.count(), 3)), functools.partial(int, base=2)('101'))
print(collections.Counter('abca').most_common(), collections.deque([1], 2), datetime.timedelta(1))
class C(enum.Enum): A = 1
@contextlib.contextmanager
def cm(): yield C.A
with cm() as c: print(c)

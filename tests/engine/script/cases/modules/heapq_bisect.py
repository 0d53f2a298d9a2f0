# heapq, bisect
import bisect
import heapq
from heapq import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


h = []
for x in [5, 3, 8, 1, 9, 2, 7]:
    heappush(h, x)
    print(h)
#=> [5]
#=> [3, 5]
#=> [3, 5, 8]
#=> [1, 3, 8, 5]
#=> [1, 3, 8, 5, 9]
#=> [1, 3, 2, 5, 9, 8]
#=> [1, 3, 2, 5, 9, 8, 7]
t(lambda: heappop(h))  #=> 1
t(lambda: h)  #=> [2, 3, 7, 5, 9, 8]
t(lambda: heappushpop(h, 0))  #=> 0
t(lambda: heappushpop(h, 6))  #=> 2
t(lambda: h)  #=> [3, 5, 7, 6, 9, 8]
t(lambda: heapreplace(h, 1))  #=> 3
t(lambda: h)  #=> [1, 5, 7, 6, 9, 8]
x = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
heapify(x)
t(lambda: x)  #=> [0, 1, 3, 2, 5, 4, 7, 9, 6, 8]
t(lambda: [heappop(x) for _ in range(10)])  #=> [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
t(lambda: heappop([]))  #=> IndexError index out of range
t(lambda: heapreplace([], 1))  #=> IndexError index out of range
t(lambda: heappushpop([], 1))  #=> 1
t(lambda: heappush((1,), 2))  #=> TypeError heappush() argument 1 must be list, not tuple
t(lambda: heapify((1,)))  #=> TypeError heapify() argument must be list, not tuple
t(lambda: heappop("a"))  #=> TypeError heappop() argument must be list, not str
t(lambda: heappush([]))  #=> TypeError heappush expected 2 arguments, got 1
t(lambda: heappush([1], "a"))  #=> TypeError '<' not supported between instances of 'str' and 'int'
t(lambda: heapify([1, "a"]))  #=> TypeError '<' not supported between instances of 'int' and 'str'
t(lambda: nlargest(3, [5, 1, 9, 3]))  #=> [9, 5, 3]
t(lambda: nsmallest(2, [5, 1, 9, 3]))  #=> [1, 3]
t(lambda: nlargest(2, ["a", "bbb", "cc"], key=len))  #=> ['bbb', 'cc']
t(lambda: nsmallest(2, ["aaa", "b", "cc"], key=len))  #=> ['b', 'cc']
t(lambda: nlargest(0, [1]))  #=> []
t(lambda: nlargest(-1, [1]))  #=> []
t(lambda: nsmallest(10, [2, 1]))  #=> [1, 2]
t(lambda: list(merge([1, 4, 7], [2, 5], [3])))  #=> [1, 2, 3, 4, 5, 7]
t(lambda: list(merge([7, 4, 1], [5, 2], reverse=True)))  #=> [7, 5, 4, 2, 1]
t(lambda: list(merge(["a", "ccc"], ["bb"], key=len)))  #=> ['a', 'bb', 'ccc']
t(lambda: list(merge()))  #=> []
t(lambda: list(merge([], [1])))  #=> [1]
tasks = []
heappush(tasks, (2, "b"))
heappush(tasks, (1, "z"))
heappush(tasks, (1, "a"))
t(lambda: [heappop(tasks) for _ in range(3)])  #=> [(1, 'a'), (1, 'z'), (2, 'b')]
class Item:
    def __init__(self, p, n): self.p, self.n = p, n
    def __lt__(self, o): return self.p < o.p
    def __repr__(self): return f"{self.n}{self.p}"
q = [Item(3, "x"), Item(1, "y"), Item(1, "z"), Item(2, "w")]
heapify(q)
t(lambda: q)  #=> [z1, y1, x3, w2]
t(lambda: [heappop(q) for _ in range(4)])  #=> [z1, y1, w2, x3]
t(lambda: heappush([(1, {})], (1, {})))  #=> None
m = [1, 5, 2, 8, 3]
heapq._heapify_max(m)
t(lambda: m)  #=> [8, 5, 2, 1, 3]
t(lambda: heapq._heappop_max(m))  #=> 8
t(lambda: heapq._heapreplace_max(m, 0))  #=> 5
t(lambda: m)  #=> [3, 1, 2, 0]
seed = 12345
data = []
for _ in range(200):
    seed = (seed * 1103515245 + 12345) % 2**31
    data.append(seed % 50)
copy = data[:]
heapify(copy)
t(lambda: copy)
#=> [0, 0, 0, 0, 1, 1, 1, 3, 1, 1, 1, 1, 6, 4, 4, 7, 6, 4, 3, 4, 4, 2, 4, 3, 6, 7, 6, 5, 10, 7, 12, 8, 13, 20, 10, 7, 5, 7, 6, 7, 22, 5, 13, 9, 4, 6, 9, 18, 9, 9, 8, 7, 32, 18, 16, 31, 6, 21, 16, 17, 25, 25, 28, 35, 10, 23, 16, 30, 30, 37, 20, 23, 16, 14, 27, 14, 10, 11, 16, 20, 13, 24, 39, 17, 12, 13, 16, 10, 20, 11, 18, 11, 12, 28, 12, 35, 28, 23, 12, 27, 10, 43, 26, 31, 10, 33, 38, 27, 32, 25, 22, 45, 46, 41, 36, 45, 23, 25, 28, 24, 32, 40, 42, 37, 44, 35, 32, 47, 36, 49, 43, 29, 26, 34, 40, 45, 47, 45, 33, 49, 46, 31, 30, 45, 44, 19, 39, 41, 20, 40, 32, 15, 17, 40, 26, 35, 30, 39, 26, 37, 29, 30, 22, 41, 25, 41, 44, 31, 26, 23, 26, 26, 24, 47, 32, 23, 25, 29, 44, 25, 25, 41, 24, 45, 20, 13, 19, 45, 40, 44, 30, 39, 47, 45, 41, 45, 34, 30, 42, 27]
t(lambda: [heappop(copy) for _ in range(200)] == sorted(data))  #=> True
class Grow:
    def __init__(self, heap): self.heap = heap
    def __lt__(self, o):
        self.heap.append(1)
        return True
g = []
g.extend([Grow(g), Grow(g), Grow(g)])
t(lambda: heappush(g, Grow(g)))  #=> RuntimeError list changed size during iteration

a = [1, 2, 2, 2, 3]
t(lambda: bisect.bisect(a, 2))  #=> 4
t(lambda: bisect.bisect_left(a, 2))  #=> 1
t(lambda: bisect.bisect_right(a, 2))  #=> 4
t(lambda: bisect.bisect(a, 0))  #=> 0
t(lambda: bisect.bisect(a, 9))  #=> 5
t(lambda: bisect.bisect_left(a, 2, 2))  #=> 2
t(lambda: bisect.bisect_left(a, 2, 0, 1))  #=> 1
t(lambda: bisect.bisect_left(a, 2, lo=-1))  #=> ValueError lo must be non-negative
t(lambda: bisect.bisect([], 1))  #=> 0
t(lambda: bisect.bisect_left([(1, "a"), (3, "b")], 2, key=lambda r: r[0]))  #=> 1
t(lambda: bisect.bisect_left(a, x=2, lo=1, hi=3))  #=> 1
t(lambda: bisect.bisect(a, "x"))  #=> TypeError '<' not supported between instances of 'str' and 'int'
t(lambda: bisect.bisect(5, 1))  #=> TypeError object of type 'int' has no len()
t(lambda: bisect.bisect(a))  #=> TypeError bisect_right() missing required argument 'x' (pos 2)
bisect.insort(a, 2.5)
bisect.insort_left(a, 1)
t(lambda: a)  #=> [1, 1, 2, 2, 2, 2.5, 3]
b = [("a", 1), ("c", 3)]
bisect.insort(b, ("b", 2), key=lambda r: r[1])
t(lambda: b)  #=> [('a', 1), ('b', 2), ('c', 3)]
t(lambda: bisect.insort((1,), 2))  #=> AttributeError 'tuple' object has no attribute 'insert'
t(lambda: ["FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in [33, 99, 77, 70, 89, 90, 100]])
#=> ['F', 'A', 'C', 'C', 'B', 'A', 'A']

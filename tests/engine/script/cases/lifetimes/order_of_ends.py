# In which order what a container holds comes to its end.
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n, end=' ')
a =  [D(1),D(2),D(3)]; del a; print('list')  #=> del 3 del 2 del 1 list
a = (D(1),D(2),D(3)); del a; print('tuple')  #=> del 3 del 2 del 1 tuple
a = {1:D(1),2:D(2),3:D(3)}; del a; print('dict')  #=> del 1 del 2 del 3 dict
a =  [D(1),D(2),D(3)]; a.clear(); print('clear')  #=> del 3 del 2 del 1 clear
a =  [D(1),D(2),D(3)]; a[:]= []; print('slice')  #=> del 3 del 2 del 1 slice
a =  [D(1),D(2),D(3)]; del a[0:2]; print('delslice', end=' '); del a; print('end')
#=> del 2 del 1 delslice del 3 end
def f():
    x=D(1); y=D(2); z=D(3)
f(); print('locals')  #=> del 1 del 2 del 3 locals
class O: pass
o=O(); o.a = D(1); o.b=D(2); del o; print('attrs')  #=> del 1 del 2 attrs
from collections import deque
a = deque([D(1),D(2),D(3)]); del a; print('deque')  #=> del 1 del 2 del 3 deque
a = deque([D(1),D(2),D(3)]); a.clear(); print('dequeclear')  #=> del 1 del 2 del 3 dequeclear
a = {1:D(1),2:D(2)}; a.clear(); print('dictclear')  #=> del 1 del 2 dictclear
def g(*a, **k): pass
g(D(1),D(2),k=D(3)); print('args')  #=> del 2 del 1 del 3 args
[D(1),D(2)]; print('expr')  #=> del 2 del 1 expr
x,y=D(1),D(2); x,y=y,x; x=y=None; print('swap')  #=> del 2 del 1 swap
a =  [D(1),D(2)]; a = a+[D(3)]; a = a*0; print('mul')  #=> del 3 del 2 del 1 mul
a =  [[D(1)],[D(2)]]; del a; print('nested')  #=> del 2 del 1 nested
(lambda: [D(1), D(2)])(); print('lam')  #=> del 2 del 1 lam
a =  [D(i) for i in range(3)]; a.sort(key=lambda d:-d.n); del a; print('sorted')  #=> del 0 del 1 del 2 sorted
a =  [D(1),D(2),D(3)]; a[1:]= [D(4)]; print('assign', end=' '); a = None; print('end')
#=> del 3 del 2 assign del 4 del 1 end

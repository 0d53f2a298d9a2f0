from dataclasses import dataclass, field
@dataclass(order=True)
class P:
    x: int = 0
    y: list = field(default_factory=list)
class A(P):
    __slots__ = ('z',)
    def __init__(self, *a, **k): super().__init__(*a, **k)
    def __getattr__(self, n): return n
    @property
    def p(self): return self.q
    def __del__(self): pass
print(A(1) < A(2), A().p, repr(A()))

# Stand-ins after an example: spec, spec_set, wraps, create_autospec, seal.
import re
from unittest.mock import MagicMock, Mock, create_autospec, seal


def show(*values):
    """Prints the values without the addresses and ids in them."""
    print(re.sub("0x[0-9a-f]+", "0x", re.sub("id='[0-9]+'", "id", " ".join(map(str, values)))))


def attempt(function):
    try:
        show("ok", function())
    except Exception as error:
        show(type(error).__name__, error, repr(error.__cause__))


class D:
    a = 1

    def go(self, x, y=2):
        pass

    @staticmethod
    def st(q):
        pass

    @classmethod
    def cm(cls, w):
        pass

    @property
    def pr(self):
        return 3

    def __len__(self):
        return 1

    async def co(self, z):
        pass
m = MagicMock(spec=D)
show(len(m))
attempt(lambda: m[1])
attempt(lambda: m.__getitem__)
attempt(lambda: iter(m))
show(m.go, m.co, m.pr, isinstance(m, D), m.__class__)
m.go(1, y=3)
m.go.assert_called_with(1, y=3)
attempt(lambda: m.zz)
for f in (create_autospec(D), create_autospec(D, instance=True), create_autospec(D(1) if 0 else D())):
    show(f, f.go, f.st, f.cm, f.pr, f.a, f.co)
    attempt(lambda: f.go(1))
    attempt(lambda: f.go("s", 1))
    attempt(lambda: f.st())
    attempt(lambda: f.st(1))
    attempt(lambda: f.cm())
    attempt(lambda: f.cm(1))
    attempt(lambda: len(f))
    attempt(lambda: f())
    show(f.mock_calls)

class R:

    def __init__(self, v):
        self.v = v

    def dbl(self):
        return self.v * 2
w = Mock(wraps=R(4))
show(w.dbl(), w.v, w.dbl.call_count)
w.dbl.return_value = 1
show(w.dbl())
s = MagicMock(spec_set=["a", "b"])
s.a = 1
attempt(lambda: setatattempt(s, "c", 1))
attempt(lambda: s.c)
show(s, s.b, dir(s)[-5:])
m = MagicMock()
m.x
m.y.z = 3
seal(m)
attempt(lambda: m.x)
attempt(lambda: m.q)
attempt(lambda: m.y.z)
attempt(lambda: m.y.w)
attempt(lambda: str(m))
attempt(lambda: m())
m = MagicMock(spec=D)
m.co
seal(m)
attempt(lambda: m.co)
attempt(lambda: m.go)
attempt(lambda: m.co(1))
m = MagicMock(spec=D)
seal(m)
attempt(lambda: m.co)

class Outer:

    class In:

        def f(self, a):
            pass
    lst = [1]
o = create_autospec(Outer)
show(o.In, o.In().f, o.lst)
attempt(lambda: o.In().f())
show(o.In().f(1), o.mock_calls)
o = create_autospec(len)
attempt(o)
show(o([1]))
o = create_autospec([].append)

def ff(a, *, b):
    """doc"""
f = create_autospec(ff, return_value=3)
show(f(1, b=2), f.__doc__, f.mock, f.call_args)
f.assert_called_once_with(1, b=2)
f.side_effect = [7, 8]
show(f(1, b=2), f.return_value, f.call_count)
f.reset_mock()
show(f.called, f.call_count, f.mock_calls)
attempt(lambda: f(1))
attempt(lambda: f.assert_called_with(1, b=3))
f(1, b=1)
attempt(lambda: f.assert_called_with(1, b=3))
f.foo = 3
show(f.foo)
#=> 0
#=> TypeError 'MagicMock' object is not subscriptable None
#=> AttributeError Mock object has no attribute '__getitem__' None
#=> TypeError 'MagicMock' object is not iterable None
#=> <MagicMock name='mock.go' id> <AsyncMock name='mock.co' id> <MagicMock name='mock.pr' id> True <class '__main__.D'>
#=> AttributeError Mock object has no attribute 'zz' None
#=> <MagicMock spec='D' id> <MagicMock name='mock.go' spec='function' id> <MagicMock name='mock.st' spec='function' id> <MagicMock name='mock.cm' spec='method' id> <MagicMock name='mock.pr' id> <NonCallableMagicMock name='mock.a' spec='int' id> <AsyncMock name='mock.co' spec='function' id>
#=> ok <MagicMock name='mock.go()' id>
#=> ok <MagicMock name='mock.go()' id>
#=> TypeError missing a required argument: 'q' None
#=> ok <MagicMock name='mock.st()' id>
#=> TypeError missing a required argument: 'w' None
#=> ok <MagicMock name='mock.cm()' id>
#=> ok 0
#=> ok <NonCallableMagicMock name='mock()' spec='D' id>
#=> [call.__str__(),
#=>  call.go.__str__(),
#=>  call.st.__str__(),
#=>  call.cm.__str__(),
#=>  call.pr.__str__(),
#=>  call.a.__str__(),
#=>  call.co.__str__(),
#=>  call.go(1),
#=>  call.go().__str__(),
#=>  call.go('s', 1),
#=>  call.go().__str__(),
#=>  call.st(1),
#=>  call.st().__str__(),
#=>  call.cm(1),
#=>  call.cm().__str__(),
#=>  call.__len__(),
#=>  call(),
#=>  call().__str__()]
#=> <NonCallableMagicMock spec='D' id> <MagicMock name='mock.go' spec='function' id> <MagicMock name='mock.st' spec='function' id> <MagicMock name='mock.cm' spec='method' id> <MagicMock name='mock.pr' id> <NonCallableMagicMock name='mock.a' spec='int' id> <AsyncMock name='mock.co' spec='function' id>
#=> ok <MagicMock name='mock.go()' id>
#=> ok <MagicMock name='mock.go()' id>
#=> TypeError missing a required argument: 'q' None
#=> ok <MagicMock name='mock.st()' id>
#=> TypeError missing a required argument: 'w' None
#=> ok <MagicMock name='mock.cm()' id>
#=> ok 0
#=> TypeError 'NonCallableMagicMock' object is not callable None
#=> [call.__str__(),
#=>  call.go.__str__(),
#=>  call.st.__str__(),
#=>  call.cm.__str__(),
#=>  call.pr.__str__(),
#=>  call.a.__str__(),
#=>  call.co.__str__(),
#=>  call.go(1),
#=>  call.go().__str__(),
#=>  call.go('s', 1),
#=>  call.go().__str__(),
#=>  call.st(1),
#=>  call.st().__str__(),
#=>  call.cm(1),
#=>  call.cm().__str__(),
#=>  call.__len__()]
#=> <NonCallableMagicMock spec='D' id> <MagicMock name='mock.go' spec='method' id> <MagicMock name='mock.st' spec='function' id> <MagicMock name='mock.cm' spec='method' id> <NonCallableMagicMock name='mock.pr' spec='int' id> <NonCallableMagicMock name='mock.a' spec='int' id> <AsyncMock name='mock.co' spec='method' id>
#=> ok <MagicMock name='mock.go()' id>
#=> ok <MagicMock name='mock.go()' id>
#=> TypeError missing a required argument: 'q' None
#=> ok <MagicMock name='mock.st()' id>
#=> TypeError missing a required argument: 'w' None
#=> ok <MagicMock name='mock.cm()' id>
#=> ok 0
#=> TypeError 'NonCallableMagicMock' object is not callable None
#=> [call.__str__(),
#=>  call.go.__str__(),
#=>  call.st.__str__(),
#=>  call.cm.__str__(),
#=>  call.pr.__str__(),
#=>  call.a.__str__(),
#=>  call.co.__str__(),
#=>  call.go(1),
#=>  call.go().__str__(),
#=>  call.go('s', 1),
#=>  call.go().__str__(),
#=>  call.st(1),
#=>  call.st().__str__(),
#=>  call.cm(1),
#=>  call.cm().__str__(),
#=>  call.__len__()]
#=> 8 <Mock name='mock.v' id> 1
#=> 1
#=> NameError name 'setatattempt' is not defined None
#=> AttributeError Mock object has no attribute 'c' None
#=> <MagicMock id> <MagicMock name='mock.b' id> ['mock_add_spec', 'mock_calls', 'reset_mock', 'return_value', 'side_effect']
#=> AttributeError mock.x.__str__ None
#=> AttributeError mock.q None
#=> ok 3
#=> AttributeError mock.y.w None
#=> AttributeError mock.__str__ None
#=> AttributeError mock.return_value None
#=> AttributeError mock.co.__str__ None
#=> AttributeError mock.go None
#=> ok <coroutine object AsyncMockMixin._execute_mock_call at 0x>
#=> AttributeError mock.co None
#=> <MagicMock name='mock.In' spec='In' id> <MagicMock name='mock.In().f' spec='function' id> <MagicMock name='mock.lst' spec='list' id>
#=> TypeError missing a required argument: 'a' None
#=> <MagicMock name='mock.In().f()' id> [call.In(),
#=>  call.In.__str__(),
#=>  call.In().f.__str__(),
#=>  call.lst.__str__(),
#=>  call.In(),
#=>  call.In(),
#=>  call.In().f(1),
#=>  call.In().f().__str__()]
#=> ok <MagicMock name='mock()' id>
#=> <MagicMock name='mock()' id>
#=> 3 None <MagicMock spec='function' id> call(1, b=2)
#=> 7 3 2
#=> False 0 []
#=> TypeError missing a required argument: 'b' None
#=> AssertionError expected call not found.
#=> Expected: mock(1, b=3)
#=> Actual: not called. None
#=> AssertionError expected call not found.
#=> Expected: mock(1, b=3)
#=> Actual: mock(1, b=1) None
#=> 3

# Patches, properties and what is awaited.
import asyncio
import os
import re
from unittest.mock import DEFAULT, AsyncMock, MagicMock, Mock, PropertyMock, create_autospec, patch


def show(*values):
    """Prints the values without the addresses and ids in them."""
    print(re.sub("0x[0-9a-f]+", "0x", re.sub("id='[0-9]+'", "id", " ".join(map(str, values)))))


def attempt(function):
    try:
        show("ok", function())
    except Exception as error:
        show(type(error).__name__, error, repr(error.__cause__))


thing1 = object()
thing2 = object()

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
m = Mock(side_effect=[1, ValueError("q"), DEFAULT], return_value=9)
attempt(m)
attempt(m)
attempt(m)
attempt(m)
m = Mock(**{"a.b.return_value": 3, "c.side_effect": KeyError, "d": 5})
show(m.a.b(), m.d)
attempt(m.c)
m.reset_mock()
show(m.mock_calls, m.a.b.called, m.a.b())
m.reset_mock(return_value=True, side_effect=True)
show(m.a.b(), m.c())

@patch.multiple("__main__", thing1=DEFAULT, thing2=DEFAULT)
def t(thing1, thing2):
    show(thing1, thing2)
t()
with patch.multiple(D, a=5, go=DEFAULT) as v:
    show(v, D.a)
show(D.a)

@patch("__main__.thing1")
@patch("__main__.thing2", 7)
@patch.object(D, "go", return_value=2)
def t(x, b, a):
    show(x, a, b, thing1, thing2, D().go())
t(0)
d = {"a": 1}
with patch.dict(d, {"b": 2}, c=3) as e:
    show(d, e is d)
with patch.dict(d, clear=True):
    show(d)

@patch.dict("os.environ", {"NEWK": "v"})
def t():
    show(os.environ["NEWK"])
t()
show("NEWK" in os.environ, d)

@patch("__main__.thing1", "x")
class TT:

    def test_a(self):
        return thing1

    def other(self):
        return thing1
show(TT().test_a(), TT().other() is thing1)
patch.TEST_PREFIX = "foo"

@patch.dict(d, z=1)
class TT:

    def foo_a(self):
        return dict(d)

    def test_a(self):
        return dict(d)
show(TT().foo_a(), TT().test_a())
patch.TEST_PREFIX = "test"
p1 = patch("__main__.thing1", "s")
p2 = patch.dict(d, q=1)
p1.start()
p2.start()
show(thing1, d)
patch.stopall()
show(thing1 == "s", d)
attempt(p1.stop)

class G:

    @property
    def f(self):
        return 1
with patch.object(G, "f", new_callable=PropertyMock) as pm:
    pm.return_value = 4
    g = G()
    show(g.f)
    g.f = 3
    show(pm.mock_calls)
show(G().f)
m = MagicMock()
p = PropertyMock(return_value=3)
type(m).foo = p
show(m.foo)
p.assert_called_once_with()
show(G.__dict__["f"].__class__)

async def af(a):
    return a
ma = MagicMock(af)
show(ma, type(ma).__mro__[1])
show(asyncio.run(ma(1)), ma.await_count)
a = AsyncMock(side_effect=lambda x: x + 1)
show(asyncio.run(a(1)))
a = AsyncMock(side_effect=af)
show(asyncio.run(a(1)))
a = AsyncMock(side_effect=ValueError("v"))
attempt(lambda: asyncio.run(a(1)))
a = AsyncMock(return_value=5)
show(asyncio.run(a()), a.await_args, a.await_args_list, a.await_count)
a.reset_mock()
show(a.await_count, a.await_args, a.await_args_list, asyncio.run(a()))
a = AsyncMock(wraps=af)
show(asyncio.run(a(1)))

async def main():
    m = MagicMock()
    async with m as v:
        show(v)
    m.__aenter__.assert_awaited_once()
    m.__aiter__.return_value = [1, 2, 3]
    show([i async for i in m])
    m = AsyncMock()
    show(await m.foo(1), await m(), m.mock_calls, m.method_calls)
    m = AsyncMock(D)
    show(m.go, m.co, m.go(1))
    show(await m.co(1))
    f = create_autospec(af)
    show(f, await f(1), f.await_count)
    attempt(f)
    f.assert_awaited_once_with(1)
    with patch("__main__.af") as p:
        show(p, await af(1))
    with patch.object(D, "co", return_value=5) as p:
        show(await D().co(1), p.await_args)
asyncio.run(main())
#=> ok 1
#=> ValueError q None
#=> ok 9
#=> StopIteration  None
#=> 3 5
#=> KeyError  None
#=> [call.a.b()] False 3
#=> <Mock name='mock.a.b()' id> <Mock name='mock.c()' id>
#=> <MagicMock name='thing1' id> <MagicMock name='thing2' id>
#=> {'go': <MagicMock name='go' id>} 5
#=> 1
#=> 0 <MagicMock name='thing1' id> <MagicMock name='go' id> <MagicMock name='thing1' id> 7 2
#=> {'a': 1, 'b': 2, 'c': 3} True
#=> {}
#=> v
#=> False {'a': 1}
#=> x True
#=> {'a': 1, 'z': 1} {'a': 1}
#=> s {'a': 1, 'q': 1}
#=> False {'a': 1}
#=> ok None
#=> 4
#=> [call(), call(3)]
#=> 1
#=> 3
#=> <class 'property'>
#=> <MagicMock spec='function' id> <class 'unittest.mock.AsyncMockMixin'>
#=> <AsyncMock name='mock()' id> 1
#=> 2
#=> 1
#=> ValueError v None
#=> 5 call() [call()] 1
#=> 0 None [call()] 5
#=> 1
#=> <AsyncMock name='mock.__aenter__()' id>
#=> [1, 2, 3]
#=> <AsyncMock name='mock.foo()' id> <AsyncMock name='mock()' id> [call.foo(1), call(), call.foo().__str__(), call().__str__()] [call.foo(1)]
#=> <MagicMock name='mock.go' id> <AsyncMock name='mock.co' id> <MagicMock name='mock.go()' id>
#=> <AsyncMock name='mock.co()' id>
#=> <function af at 0x> <AsyncMock name='mock()' id> 1
#=> TypeError missing a required argument: 'a' None
#=> <AsyncMock name='af' id> <AsyncMock name='af()' id>
#=> 5 call(1)

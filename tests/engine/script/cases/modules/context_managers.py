# contextlib
import asyncio
import contextlib
from contextlib import *


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e, "| cause", repr(e.__cause__), "| context", repr(e.__context__))


@contextmanager
def cm(x):
    "doc of cm"
    print("enter", x)
    try:
        yield x * 2
    except KeyError as e:
        print("swallowed", e)
    finally:
        print("exit", x)
with cm(3) as v:
    print("body", v)
#=> enter 3
#=> body 6
#=> exit 3
with cm(1):
    raise KeyError("k")
#=> enter 1
#=> swallowed 'k'
#=> exit 1
def f():
    with cm(1):
        raise ValueError("v")
t(f)
#=> enter 1
#=> exit 1
#=> ValueError v | cause None | context None
def f():
    with cm(1):
        return "returned"
t(f)
#=> enter 1
#=> exit 1
#=> returned
@cm(9)
def decorated(a):
    "doc"
    print("in", a)
    return a
t(lambda: (decorated(4), decorated.__name__, decorated.__doc__))
#=> enter 9
#=> in 4
#=> exit 9
#=> (4, 'decorated', 'doc')
t(lambda: decorated(5))
#=> enter 9
#=> in 5
#=> exit 9
#=> 5
t(lambda: cm.__name__)  #=> cm
t(lambda: cm.__doc__)  #=> doc of cm
t(lambda: type(cm(1)).__name__)  #=> _GeneratorContextManager
@contextmanager
def no_yield():
    if False: yield
@contextmanager
def two():
    yield 1
    yield 2
@contextmanager
def catch_two():
    try:
        yield 1
    except ValueError:
        yield 2
@contextmanager
def replaces():
    try:
        yield
    except ValueError as e:
        raise KeyError("replaced") from e
@contextmanager
def bare():
    yield
def run(m, exc=None):
    def g():
        with m():
            if exc: raise exc
        return "done"
    t(g)
run(no_yield)  #=> RuntimeError generator didn't yield | cause None | context StopIteration()
run(two)  #=> RuntimeError generator didn't stop | cause None | context None
run(catch_two, ValueError("x"))  #=> RuntimeError generator didn't stop after throw() | cause None | context ValueError('x')
run(replaces, ValueError("x"))  #=> KeyError 'replaced' | cause ValueError('x') | context ValueError('x')
run(bare, StopIteration("s"))  #=> StopIteration s | cause None | context None
run(bare, RuntimeError("r"))  #=> RuntimeError r | cause None | context None
run(bare, GeneratorExit())  #=> GeneratorExit  | cause None | context None
run(bare)  #=> done
with suppress(ValueError, KeyError):
    raise KeyError(1)
def f():
    with suppress(ValueError):
        raise TypeError("t")
t(f)  #=> TypeError t | cause None | context None
with suppress():
    print("nothing")  #=> nothing
class Thing:
    def close(self): print("closed")
    async def aclose(self): print("aclosed")
with closing(Thing()) as th:
    print(type(th).__name__)
#=> Thing
#=> closed
with nullcontext(5) as n:
    print(n)  #=> 5
with nullcontext() as n:
    print(n)  #=> None
class Deco(ContextDecorator):
    def __enter__(self):
        print("deco enter")
        return self
    def __exit__(self, *exc):
        print("deco exit", exc[0])
        return True
@Deco()
def g():
    raise ValueError
t(g)
#=> deco enter
#=> deco exit <class 'ValueError'>
#=> None
class Abs(AbstractContextManager):
    def __exit__(self, *a): print("abs exit")
with Abs() as a:
    print(type(a).__name__)
#=> Abs
#=> abs exit
t(lambda: AbstractContextManager())
#=> TypeError Can't instantiate abstract class AbstractContextManager with abstract method __exit__ | cause None | context None
t(lambda: isinstance(Abs(), AbstractContextManager))  #=> True
t(lambda: isinstance(Deco(), AbstractContextManager))  #=> True
t(lambda: isinstance(3, AbstractContextManager))  #=> False
t(lambda: isinstance(len, AbstractAsyncContextManager))  #=> False
def log(name, swallow=False, fail=None):
    class C:
        def __enter__(self):
            print("+", name)
            return name
        def __exit__(self, t, v, tb):
            print("-", name, t.__name__ if t else None)
            if fail: raise fail
            return swallow
    return C()
with ExitStack() as stack:
    print(stack.enter_context(log("a")))
    stack.enter_context(log("b"))
    stack.callback(print, "callback", end="!\n")
    @stack.callback
    def last(): print("last")
    print("body")
#=> + a
#=> a
#=> + b
#=> body
#=> last
#=> callback!
#=> - b None
#=> - a None
with ExitStack() as stack:
    stack.enter_context(log("a", swallow=True))
    stack.enter_context(log("b"))
    raise ValueError("x")
#=> + a
#=> + b
#=> - b ValueError
#=> - a ValueError
def f():
    with ExitStack() as stack:
        stack.enter_context(log("a"))
        stack.enter_context(log("b", fail=KeyError("from b")))
        raise ValueError("x")
t(f)
#=> + a
#=> + b
#=> - b ValueError
#=> - a KeyError
#=> KeyError 'from b' | cause None | context ValueError('x')
def f():
    with ExitStack() as stack:
        stack.push(lambda *exc: print("pushed", exc[0]))
        stack.push(log("pushed cm"))
        stack.enter_context(3)
t(f)
#=> - pushed cm TypeError
#=> pushed <class 'TypeError'>
#=> TypeError 'builtins.int' object does not support the context manager protocol | cause None | context AttributeError("type object 'int' has no attribute '__enter__'")
def f():
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        return "value"
t(f)  #=> ZeroDivisionError division by zero | cause None | context None
with ExitStack() as stack:
    stack.enter_context(log("kept"))
    moved = stack.pop_all()  #=> + kept
print("after")  #=> after
moved.close()  #=> - kept None
def f():
    with ExitStack() as outer:
        outer.push(lambda t, v, tb: print("sees", t, v) or True)
        with ExitStack() as inner:
            inner.callback(lambda: int("x"))
            raise KeyError("body")
    return "suppressed"
t(f)
#=> sees <class 'ValueError'> invalid literal for int() with base 10: 'x'
#=> suppressed
@asynccontextmanager
async def acm(x):
    print("aenter", x)
    try:
        yield x
    except LookupError as e:
        print("aswallow", repr(e))
    finally:
        await asyncio.sleep(0)
        print("aexit", x)
@asynccontextmanager
async def atwo():
    yield 1
    yield 2
@asynccontextmanager
async def anone():
    if False: yield
async def main():
    async with acm(1) as v:
        print("abody", v)
    async with acm(2):
        raise KeyError("a")
    try:
        async with acm(3):
            raise ValueError("b")
    except ValueError as e:
        print("out", e)
    for m in (atwo, anone):
        try:
            async with m():
                pass
        except RuntimeError as e:
            print(e)
    async with aclosing(Thing()) as x:
        print(type(x).__name__)
    async with nullcontext(3) as x:
        print(x)
    async def cb(*a, **k): print("acb", a, k)
    async with AsyncExitStack() as st:
        await st.enter_async_context(acm(4))
        st.enter_context(log("sync"))
        st.push_async_callback(cb, 1, k=2)
        st.callback(print, "sync cb")
        async def aexit(*exc): print("aexit fn", exc[0])
        st.push_async_exit(aexit)
    try:
        async with AsyncExitStack() as st:
            await st.enter_async_context(3)
    except TypeError as e:
        print(e)
    async with AsyncExitStack() as st:
        await st.enter_async_context(acm(5))
        raise KeyError("z")
    @acm(6)
    async def deco(): print("in deco")
    await deco()
    await deco()
    async def gen():
        try:
            yield 1
            yield 2
        finally:
            print("gen closed")
    async with aclosing(gen()) as gg:
        async for i in gg:
            print(i)
            break
    try:
        async with asyncio.timeout(0.01):
            async with acm(7):
                await asyncio.sleep(1)
    except TimeoutError:
        print("timed out")
asyncio.run(main())
#=> aenter 1
#=> abody 1
#=> aexit 1
#=> aenter 2
#=> aswallow KeyError('a')
#=> aexit 2
#=> aenter 3
#=> aexit 3
#=> out b
#=> generator didn't stop
#=> generator didn't yield
#=> Thing
#=> aclosed
#=> 3
#=> aenter 4
#=> + sync
#=> aexit fn None
#=> sync cb
#=> acb (1,) {'k': 2}
#=> - sync None
#=> aexit 4
#=> 'builtins.int' object does not support the asynchronous context manager protocol
#=> aenter 5
#=> aswallow KeyError('z')
#=> aexit 5
#=> aenter 6
#=> in deco
#=> aexit 6
#=> aenter 6
#=> in deco
#=> aexit 6
#=> 1
#=> gen closed
#=> aenter 7
#=> aexit 7
#=> timed out

import inspect, functools, asyncio
def f(a, b=1, /, c=2, *args, d, e=3, **kw) -> int:
    "Doc of f.\n    second\n      third"
    x = """multi
line"""
    return (a,
        b)
def ann(x: int, y: 'str' = 'q', *z: float) -> list: pass
async def co(): pass
def gen(): yield 1
async def ag(): yield 1
class K:
    "Class doc"
    def __init__(self, x, y=2): pass
    def m(self, z): pass  # comment
    @classmethod
    def c(cls, w): pass
    @staticmethod
    def s(v): pass
    @property
    def p(self): return 1
    def __call__(self, q): pass
class L(K):
    def m(self, z):
        return z
@functools.wraps(f)
def wrapped(*args): pass
lam = lambda x, *y: x
part = functools.partial(f, 1, d=5)


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: inspect.signature(f))  #=> <Signature (a, b=1, /, c=2, *args, d, e=3, **kw) -> int>
show(lambda: inspect.signature(ann))  #=> <Signature (x: int, y: 'str' = 'q', *z: float) -> list>
show(lambda: inspect.signature(K))  #=> <Signature (x, y=2)>
show(lambda: (inspect.signature(K.m), inspect.signature(K(1).m), inspect.signature(K.c), inspect.signature(K.s), inspect.signature(K(1))))  #=> (<Signature (self, z)>, <Signature (z)>, <Signature (w)>, <Signature (v)>, <Signature (q)>)
show(lambda: (inspect.signature(functools.partial(ann, y='v')), inspect.signature(functools.partial(ann, 1))))  #=> (<Signature (x: int, *, y: 'str' = 'v') -> list>, <Signature (y: 'str' = 'q', *z: float) -> list>)
show(lambda: inspect.signature(3))  #=> TypeError 3 is not a callable object
show(lambda: (list(inspect.signature(f).parameters), inspect.signature(f).parameters['c'], inspect.signature(f).parameters['d'].kind, inspect.signature(f).return_annotation))  #=> (['a', 'b', 'c', 'args', 'd', 'e', 'kw'], <Parameter "c=2">, <_ParameterKind.KEYWORD_ONLY: 3>, <class 'int'>)
show(lambda: (inspect.signature(f).parameters['a'].default is inspect.Parameter.empty, inspect.signature(f).parameters['b'].default, str(inspect.signature(f).parameters['kw'])))  #=> (True, 1, '**kw')
show(lambda: (inspect.signature(f).bind(1, 2, 3, 4, d=5, z=6), inspect.signature(f).bind(1, d=2).arguments))  #=> (<BoundArguments (a=1, b=2, c=3, args=(4,), d=5, kw={'z': 6})>, {'a': 1, 'd': 2})
show(lambda: inspect.signature(f).bind(1))  #=> TypeError missing a required argument: 'd'
show(lambda: inspect.signature(f).bind())  #=> TypeError missing a required argument: 'a'
show(lambda: inspect.signature(f).bind(1, d=2, a=3))  #=> <BoundArguments (a=1, d=2, kw={'a': 3})>
show(lambda: inspect.signature(ann).bind(1, x=2))  #=> TypeError multiple values for argument 'x'
show(lambda: inspect.signature(lambda a: 0).bind(1, 2))  #=> TypeError too many positional arguments
show(lambda: inspect.signature(lambda a: 0).bind(b=2))  #=> TypeError missing a required argument: 'a'
show(lambda: (inspect.signature(f).bind_partial(1).args, inspect.signature(f).bind(1,2,d=3).kwargs))  #=> ((1,), {'d': 3})
show(lambda: (inspect.Parameter('x', inspect.Parameter.POSITIONAL_ONLY), inspect.Parameter('x', inspect.Parameter.KEYWORD_ONLY, default=3, annotation=int)))  #=> (<Parameter "x">, <Parameter "x: int = 3">)
show(lambda: inspect.Signature([inspect.Parameter('x', inspect.Parameter.POSITIONAL_ONLY)]))  #=> <Signature (x, /)>
show(lambda: inspect.Parameter('1x', inspect.Parameter.POSITIONAL_ONLY))  #=> ValueError '1x' is not a valid parameter name
show(lambda: inspect.getfullargspec(f))  #=> FullArgSpec(args=['a', 'b', 'c'], varargs='args', varkw='kw', defaults=(1, 2), kwonlyargs=['d', 'e'], kwonlydefaults={'e': 3}, annotations={'return': <class 'int'>})
show(lambda: inspect.getfullargspec(K(1).m))  #=> FullArgSpec(args=['self', 'z'], varargs=None, varkw=None, defaults=None, kwonlyargs=[], kwonlydefaults=None, annotations={})
show(lambda: (inspect.isfunction(f), inspect.isfunction(len), inspect.isbuiltin(len), inspect.ismethod(K(1).m), inspect.ismethod(K.m), inspect.isclass(K), inspect.ismodule(inspect), inspect.isroutine(len)))  #=> (True, False, True, True, False, True, True, True)
show(lambda: (inspect.iscoroutinefunction(co), inspect.iscoroutinefunction(f), inspect.isgeneratorfunction(gen), inspect.isasyncgenfunction(ag), inspect.iscoroutinefunction(functools.partial(co)), inspect.iscoroutinefunction(K(1).m)))  #=> (True, False, True, True, True, False)
show(lambda: (inspect.isgenerator(gen()), inspect.isasyncgen(ag()), inspect.isawaitable(3), inspect.isawaitable(gen())))  #=> (True, True, False, False)
show(lambda: (inspect.getdoc(f), inspect.getdoc(K), inspect.getdoc(L), inspect.getdoc(3) is not None))  #=> ('Doc of f.\nsecond\n  third', 'Class doc', 'Class doc', True)
show(lambda: inspect.cleandoc('  a\\n    b\\n      c\\n'))  #=> 'a\\n    b\\n      c\\n'
show(lambda: inspect.getsource(f))  #=> 'def f(a, b=1, /, c=2, *args, d, e=3, **kw) -> int:\n    "Doc of f.\\n    second\\n      third"\n    x = """multi\nline"""\n    return (a,\n        b)\n'
show(lambda: inspect.getsourcelines(gen))  #=> (['def gen(): yield 1\n'], 10)
show(lambda: inspect.getsource(len))  #=> TypeError module, class, method, function, traceback, frame, or code object was expected, got builtin_function_or_method
show(lambda: inspect.getsource(3))  #=> TypeError module, class, method, function, traceback, frame, or code object was expected, got int
show(lambda: ([n for n, v in inspect.getmembers(K) if not n.startswith('__')], [n for n,v in inspect.getmembers(K(1), inspect.ismethod) if n[0]!='_']))  #=> (['c', 'm', 'p', 's'], ['c', 'm'])
show(lambda: (inspect.getmro(L), inspect.unwrap(wrapped) is f))  #=> ((<class '__main__.L'>, <class '__main__.K'>, <class 'object'>), True)
show(lambda: (inspect.getmodule(f).__name__, inspect.getmodulename('/a/b.py')))  #=> ('__main__', 'b')
show(lambda: (inspect.isabstract(K), inspect.isdatadescriptor(K.p), inspect.ismethoddescriptor(str.join)))  #=> (False, True, True)
show(lambda: (inspect.get_annotations(ann), inspect.get_annotations(ann, eval_str=True)))  #=> ({'x': <class 'int'>, 'y': 'str', 'z': <class 'float'>, 'return': <class 'list'>}, {'x': <class 'int'>, 'y': <class 'str'>, 'z': <class 'float'>, 'return': <class 'list'>})
show(lambda: (inspect.Parameter.POSITIONAL_ONLY, inspect._empty, inspect.Parameter.empty))  #=> (<_ParameterKind.POSITIONAL_ONLY: 0>, <class 'inspect._empty'>, <class 'inspect._empty'>)

g = gen(); print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g)); g.close(); print(inspect.getgeneratorstate(g))
c = co(); print(inspect.getcoroutinestate(c), inspect.iscoroutine(c), inspect.isawaitable(c)); c.close(); print(inspect.getcoroutinestate(c))
#=> GEN_CREATED
#=> GEN_SUSPENDED {}
#=> GEN_CLOSED
#=> CORO_CREATED True True
#=> CORO_CLOSED

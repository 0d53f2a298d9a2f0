def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
t(aiter, 1)  #=> TypeError 'int' object is not an async iterable
t(anext, 1)  #=> TypeError 'int' object is not an async iterator
t(anext, 1, 2)  #=> TypeError 'int' object is not an async iterator
t(eval, 1)  #=> TypeError eval() arg 1 must be a string, bytes or code object
t(eval)  #=> TypeError eval expected at least 1 argument, got 0
t(exec, 1)  #=> TypeError exec() arg 1 must be a string, bytes or code object
t(compile, '1')  #=> TypeError compile() missing required argument 'filename' (pos 2)
t(compile, '1', 'f', 'foo')  #=> ValueError compile() mode must be 'exec', 'eval' or 'single'
t(eval, '1', 2)  #=> TypeError globals must be a dict
t(eval, '1', {}, 2)  #=> TypeError locals must be a mapping
t(exec, '1', [])  #=> TypeError exec() globals must be a dict, not list
t(globals, 1)  #=> TypeError globals() takes no arguments (1 given)
t(locals, 1)  #=> TypeError locals() takes no arguments (1 given)
print(eval("1+2"), eval(" 3*4"), eval("x", {'x': 5}), eval("x+y", {'x': 1}, {'y': 2}))  #=> 3 12 5 3
ns = {}
exec("a=1\ndef f(): return a\nclass C:\n  b=a\n", ns)
print(sorted(k for k in ns), ns['f'](), ns['C'].b)  #=> ['C', '__builtins__', 'a', 'f'] 1 1
g = {'z': 3}
l = {}
exec("q=z\nz=4", g, l)
print(g['z'], l, '__builtins__' in g)  #=> 3 {'q': 3, 'z': 4} True
t(exec, "x=1\ndef f(): return x\nf()", {}, {})  #=> NameError name 'x' is not defined
t(eval, "len('a')", {'__builtins__': {}})  #=> NameError name 'len' is not defined
t(eval, "len('a')", {'__builtins__': {'len': lambda x: 77}})  #=> 77
t(eval, "abs(-1)", {"__builtins__": {"abs": lambda v: "mine"}})  #=> 'mine'
t(eval, "1 +")  #=> SyntaxError invalid syntax (<string>, line 1)
t(exec, "if:")  #=> SyntaxError invalid syntax (<string>, line 1)
t(eval, "x=1")  #=> SyntaxError invalid syntax (<string>, line 1)
t(eval, "")  #=> SyntaxError invalid syntax (<string>, line 0)
t(exec, "")  #=> None
t(compile, "x=(", "f", "exec")  #=> SyntaxError '(' was never closed (f, line 1)
t(eval, "nope")  #=> NameError name 'nope' is not defined
t(eval, "a\0b")  #=> ValueError source code string cannot contain null bytes
t(eval, b"1+1")  #=> 2
c = compile("print('hi'); v=7", "<s>", "exec")
n = {}
exec(c, n)  #=> hi
print(n['v'])  #=> 7
exec(compile("1+1\n", "<s>", "single"))  #=> 2
exec(compile("None\n", "<s>", "single"))
exec(compile("for i in range(2): i\n", "<s>", "single"))
#=> 0
#=> 1
t(eval, compile("1+1", "<s>", "eval"))  #=> 2
print(type(compile("1", "f", "eval")))  #=> <class 'code'>
def outer():
    k = 5
    print(eval("k+1"), locals())
    exec("k=9"); print(k)
    exec("print(k)")
outer()
#=> 6 {'k': 5}
#=> 5
#=> 5
x = 10
exec("x+=1")
print(x)  #=> 11
exec("made=3")
print(made)  #=> 3
t(eval, "[i for i in range(3)]")  #=> [0, 1, 2]
print(eval("(y:=5)"), y)  #=> 5 5
class MM:
    def __init__(s): s.d = {}
    def __getitem__(s, k): return s.d[k]
    def __setitem__(s, k, v): s.d[k] = v
    def keys(s): return s.d.keys()
m = MM()
m['a'] = 2
exec("b=a+1", {}, m)
print(m.d)  #=> {'a': 2, 'b': 3}
try: exec("\n\n1/0")
except ZeroDivisionError as e: print(e.__traceback__.tb_next.tb_lineno)
#=> 3
t(exec, "def g(): yield 1\nprint(list(g()))")
#=> [1]
#=> None
t(exec, "global gg\ngg=3")  #=> None
print(gg)  #=> 3
print([eval(s) for s in ('1', '"a"', '[1,2]', '{"a":1}', 'not True')], eval("lambda x: x+1")(2))
#=> [1, 'a', [1, 2], {'a': 1}, False] 3
a = 1
def h():
    a = 2
    return eval("a", globals()), eval("a")
print(h())  #=> (1, 2)
t(exec, "raise ValueError('x')")  #=> ValueError x
t(exec, "del zz")  #=> NameError name 'zz' is not defined
t(exec, "zz=1\ndel zz\nzz")  #=> NameError name 'zz' is not defined
t(exec, "x = [i for i in range(3)]; assert x", {})  #=> None
t(exec, "class A:\n def f(self): return super().__repr__()[:5]\nprint(A().f())", {})
#=> <A ob
#=> None
t(eval, "(lambda: x)()", {"x": 1}, {"x": 2})  #=> 1
t(eval, "x", {"x": 1}, {"x": 2})  #=> 2
t(eval, "[x for _ in [1]]", {"x": 1}, {"x": 2})  #=> [1]
f = eval("lambda: zz_missing")
t(f)  #=> NameError name 'zz_missing' is not defined
t(compile, 5, 'f', 'exec')  #=> TypeError compile() arg 1 must be a string, bytes or AST object
t(compile, '1', 5, 'exec')  #=> TypeError expected str, bytes or os.PathLike object, not int
t(compile, '1', 'f', 5)  #=> TypeError compile() argument 'mode' must be str, not int
print(eval(compile(source='1+1', filename='f', mode='eval')))  #=> 2
def args_():
    exec("import_it = 5", {}, (d := {})); return d
print(args_())  #=> {'import_it': 5}
for code in ("x = 1", "y = x + 1", "print(x, y)"): exec(code, ns)  #=> 1 2
print(eval("{k: v for k, v in zip('ab', (1, 2))}"), eval("'a' 'b'"), eval("1 if 0 else 2"), eval("(1,\n2)"))
#=> {'a': 1, 'b': 2} ab 2 (1, 2)


# ---- namespaces that make up names
class Lengths(dict):
    def __missing__(self, key):
        if key.startswith("_"):
            raise KeyError(key)
        return len(key)


print(eval("abc + xy + z", {}, Lengths(z=100)))
names = Lengths()
exec("total = word * two", {"two": 50}, names)
print(names)
try:
    eval("_hidden", {}, names)
except NameError as error:
    print(error)


class Shouting(dict):
    def __getitem__(self, key):
        return super().__getitem__(key).upper()

    def __setitem__(self, key, value):
        super().__setitem__("set_" + key, value)


loud = Shouting(a="quiet")
print(eval("a", {}, loud))
exec("b = 'value'", {}, loud)
print(loud)
#=> 105
#=> {'total': 12}
#=> name '_hidden' is not defined
#=> QUIET
#=> {'a': 'quiet', 'set_b': 'value'}

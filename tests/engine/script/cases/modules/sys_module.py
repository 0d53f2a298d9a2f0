# What the interpreter says of itself.
import sys


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (sys.version_info[:3], sys.version_info.major, sys.version_info >= (3, 8), sys.version_info.releaselevel, sys.version_info))  #=> ((3, 11, 2), 3, True, 'final', sys.version_info(major=3, minor=11, micro=2, releaselevel='final', serial=0))
show(lambda: (sys.version.split()[0], sys.hexversion, sys.platform, sys.byteorder, sys.maxsize, sys.maxunicode, sys.implementation.name))  #=> ('3.11.2', 51053296, 'linux', 'little', 9223372036854775807, 1114111, 'cpython')
show(lambda: (sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.hash_info.modulus))  #=> (1.7976931348623157e+308, 2.220446049250313e-16, 30, 2305843009213693951)
show(lambda: sys.float_info)  #=> sys.float_info(max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
show(lambda: (sys.getrecursionlimit(), sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getswitchinterval()))  #=> (1000, 'utf-8', 'utf-8', 0.005)
show(lambda: sys.setrecursionlimit(0))  #=> ValueError recursion limit must be greater or equal than 1
show(lambda: sys.setrecursionlimit("a"))  #=> TypeError 'str' object cannot be interpreted as an integer
show(lambda: (sys.intern("abc") is sys.intern("abc"), sys.intern("a b")))  #=> (True, 'a b')
show(lambda: sys.intern(3))  #=> TypeError intern() argument must be str, not int
show(lambda: (sys.exc_info(), sys.exception()))  #=> ((None, None, None), None)
show(lambda: (sys.getsizeof(1), sys.getsizeof(""), sys.getsizeof("abc"), sys.getsizeof("é"), sys.getsizeof([]), sys.getsizeof([1, 2]), sys.getsizeof(()), sys.getsizeof({}), sys.getsizeof({1: 2}), sys.getsizeof(set()), sys.getsizeof(1.0), sys.getsizeof(b"ab"), sys.getsizeof(2**70), sys.getsizeof(None)))  #=> (28, 49, 52, 74, 56, 72, 40, 64, 224, 216, 24, 35, 36, 16)
show(lambda: (sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframe(2).f_code.co_name))  #=> ('<lambda>', 'show', '<module>')
show(lambda: sys._getframe(1000))  #=> ValueError call stack is not deep enough
show(lambda: (sys.get_coroutine_origin_tracking_depth(), sys.set_coroutine_origin_tracking_depth(3), sys.get_coroutine_origin_tracking_depth()))  #=> (0, None, 3)
show(lambda: sys.set_coroutine_origin_tracking_depth(-1))  #=> ValueError depth must be >= 0
show(lambda: sys.setswitchinterval(0))  #=> ValueError switch interval must be strictly positive
show(lambda: (sys.settrace(None), sys.gettrace(), sys.getprofile()))  #=> (None, None, None)
show(lambda: (sys.displayhook(None), sys.is_finalizing(), sys.float_repr_style, sys.flags.debug, sys.flags.optimize))  #=> (None, False, 'short', 0, 0)
show(lambda: ("sys" in sys.modules, sys.modules["sys"] is sys, sys.modules["__main__"].__name__, len(sys.argv)))  #=> (True, True, '__main__', 1)
show(lambda: sys.nothing)  #=> AttributeError module 'sys' has no attribute 'nothing'
show(lambda: type(sys.version_info)((1, 2)))  #=> TypeError cannot create 'sys.version_info' instances

try:
    1 / 0
except ZeroDivisionError:
    kind, value, traceback = sys.exc_info()
    print(kind, repr(value), traceback.tb_lineno, sys.exception() is value)  #=> <class 'ZeroDivisionError'> ZeroDivisionError('division by zero') 35 True
for arguments in ((), (None,), (3,), ("text",), ((1, 2),)):
    try:
        sys.exit(*arguments)
    except SystemExit as e:
        print(repr(e), e.code, e.args)
#=> SystemExit() None ()
#=> SystemExit() None ()
#=> SystemExit(3) 3 (3,)
#=> SystemExit('text') text ('text',)
#=> SystemExit(1, 2) (1, 2) (1, 2)
items = []
print(sys.getrefcount(items))  #=> 2
other = items
print(sys.getrefcount(items))  #=> 3


def depth(n):
    return n if n == 0 else depth(n - 1)


sys.setrecursionlimit(3000)
print(sys.getrecursionlimit(), depth(2000))  #=> 3000 0
sys.setrecursionlimit(100)
try:
    depth(200)
except RecursionError as e:
    print(str(e)[:32])  #=> maximum recursion depth exceeded
sys.setrecursionlimit(1000)

# Filters, and what passes them.
import io
import sys
import warnings


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (warnings.formatwarning("m", UserWarning, "f.py", 3, "line"), warnings.formatwarning("m", UserWarning, "f.py", 3)))  #=> ('f.py:3: UserWarning: m\n  line\n', 'f.py:3: UserWarning: m\n')
show(lambda: warnings.simplefilter("x"))  #=> AssertionError invalid action: 'x'
show(lambda: warnings.filterwarnings("x"))  #=> AssertionError invalid action: 'x'
show(lambda: warnings.filterwarnings("ignore", "a", "b"))  #=> AssertionError category must be a class
show(lambda: warnings.filterwarnings("ignore", category=3))  #=> AssertionError category must be a class
show(lambda: warnings.filterwarnings("ignore", lineno=-1))  #=> AssertionError lineno must be an int >= 0
show(lambda: warnings.warn("x", int))  #=> TypeError category must be a Warning subclass, not 'type'
show(lambda: warnings.warn("x", "y"))  #=> TypeError category must be a Warning subclass, not 'str'
show(lambda: str(warnings.WarningMessage("m", UserWarning, "f", 1)))  #=> "{message : 'm', category : 'UserWarning', filename : 'f', lineno : 1, line : None}"
show(lambda: (warnings.catch_warnings(), warnings.catch_warnings(record=True)))  #=> (catch_warnings(), catch_warnings(record=True))
show(lambda: warnings.catch_warnings().__exit__())  #=> RuntimeError Cannot exit catch_warnings() without entering first

def caught(function, *filters):
    with warnings.catch_warnings(record=True) as log:
        warnings.resetwarnings()
        for each in filters:
            warnings.filterwarnings(*each)
        function()
    return [(each.category.__name__, str(each.message), each.lineno) for each in log]


def several():
    for i in range(3):
        warnings.warn("in a loop")
    warnings.warn("once more")
    warnings.warn("old", DeprecationWarning)
    warnings.warn(RuntimeWarning("made"))


def below():
    warnings.warn("of the caller", stacklevel=2)


print(caught(several))  #=> [('UserWarning', 'in a loop', 37), ('UserWarning', 'once more', 38), ('DeprecationWarning', 'old', 39), ('RuntimeWarning', 'made', 40)]
print(caught(several, ("always",)))  #=> [('UserWarning', 'in a loop', 37), ('UserWarning', 'in a loop', 37), ('UserWarning', 'in a loop', 37), ('UserWarning', 'once more', 38), ('DeprecationWarning', 'old', 39), ('RuntimeWarning', 'made', 40)]
print(caught(several, ("ignore",)))  #=> []
print(caught(several, ("once",)))  #=> [('UserWarning', 'in a loop', 37), ('UserWarning', 'once more', 38), ('DeprecationWarning', 'old', 39), ('RuntimeWarning', 'made', 40)]
print(caught(several, ("module",)))  #=> [('UserWarning', 'in a loop', 37), ('UserWarning', 'once more', 38), ('DeprecationWarning', 'old', 39), ('RuntimeWarning', 'made', 40)]
print(caught(several, ("ignore", "in a"), ("ignore", "", DeprecationWarning)))  #=> [('UserWarning', 'once more', 38), ('RuntimeWarning', 'made', 40)]
print(caught(lambda: below()))  #=> [('UserWarning', 'of the caller', 53)]
try:
    caught(several, ("error",))
except UserWarning as e:
    print(repr(e))  #=> UserWarning('in a loop')
print(caught(several, ("error", "nothing")))  #=> [('UserWarning', 'in a loop', 37), ('UserWarning', 'once more', 38), ('DeprecationWarning', 'old', 39), ('RuntimeWarning', 'made', 40)]


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", message, category.__name__, filename.rpartition("/")[2], lineno)


warnings.simplefilter("always")
warnings.showwarning, kept = show, warnings.showwarning
warnings.warn("own")  #=> shown: own UserWarning warnings_module.py 67
warnings.warn_explicit("explicit", UserWarning, "other.py", 7)  #=> shown: explicit UserWarning other.py 7
warnings.showwarning = kept
sys.stderr, real = io.StringIO(), sys.stderr
warnings.warn("to a stream")
sys.stderr, stream = real, sys.stderr
print(repr(stream.getvalue().rpartition("/")[2]))  #=> 'warnings_module.py:71: UserWarning: to a stream\n  warnings.warn("to a stream")\n'
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("raised")
    except UserWarning as e:
        print(e)  #=> raised

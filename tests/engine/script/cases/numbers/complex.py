# complex: texts, arithmetic, methods, formats.

def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)

for s in ["1","1j","1+2j"," ( 1-2j ) ","j","-j","+1.5e3-2.5e-3j","inf","nanj","infj","1_0+2_0j","(1","1+","1 + 2j","","abc","1+2","1+2jj","(1j)","( j)","1e","1e5j","infinity-infinityj","-nan+nanj","١+٢j"]:
    t(lambda: complex(s))
#=> (1+0j)
#=> 1j
#=> (1+2j)
#=> (1-2j)
#=> 1j
#=> -1j
#=> (1500-0.0025j)
#=> (inf+0j)
#=> nanj
#=> infj
#=> (10+20j)
#=> ValueError complex() arg is a malformed string
#=> ValueError complex() arg is a malformed string
#=> ValueError complex() arg is a malformed string
#=> ValueError complex() arg is a malformed string
#=> ValueError complex() arg is a malformed string
#=> ValueError complex() arg is a malformed string
#=> ValueError complex() arg is a malformed string
#=> 1j
#=> 1j
#=> ValueError complex() arg is a malformed string
#=> 100000j
#=> (inf-infj)
#=> (nan+nanj)
#=> (1+2j)
t(lambda: complex())  #=> 0j
t(lambda: complex(1,2))  #=> (1+2j)
t(lambda: complex(1.5))  #=> (1.5+0j)
t(lambda: complex(1j,2))  #=> 3j
t(lambda: complex(1,2j))  #=> (-1+0j)
t(lambda: complex(1j,1j))  #=> (-1+1j)
t(lambda: complex("1",2))  #=> TypeError complex() can't take second arg if first is a string
t(lambda: complex(1,"2"))  #=> TypeError complex() second arg can't be a string
t(lambda: complex([]))  #=> TypeError complex() first argument must be a string or a number, not 'list'
t(lambda: complex(1,[]))  #=> TypeError complex() second argument must be a number, not 'list'
t(lambda: complex(real=1,imag=2))  #=> (1+2j)
t(lambda: complex(imag=2))  #=> 2j
t(lambda: complex(None))  #=> TypeError complex() first argument must be a string or a number, not 'NoneType'
t(lambda: complex(1,2,3))  #=> TypeError complex() takes at most 2 arguments (3 given)
t(lambda: complex(b"1"))  #=> TypeError complex() first argument must be a string or a number, not 'bytes'

class C:
    def __complex__(s): return 1+2j


class F:
    def __float__(s): return 2.5


class I:
    def __index__(s): return 7


class B:
    def __complex__(s): return 1


class S(complex): pass

t(lambda: complex(C()))  #=> (1+2j)
t(lambda: complex(F()))  #=> (2.5+0j)
t(lambda: complex(I()))  #=> (7+0j)
t(lambda: complex(B()))  #=> TypeError __complex__ returned non-complex (type int)
t(lambda: complex(1,F()))  #=> (1+2.5j)
t(lambda: complex(1,C()))  #=> TypeError complex() second argument must be a number, not 'C'
t(lambda: S(1,2))  #=> (1+2j)
t(lambda: S(1,2)+1)  #=> (2+2j)
t(lambda: type(S(1)*2).__name__)  #=> 'complex'
t(lambda: complex(S(1,2)))  #=> (1+2j)
z=3+4j
for f in [lambda: z+1, lambda: z-1.5, lambda: 1-z, lambda: z*z, lambda: z/2, lambda: 2/z, lambda: z/0, lambda: z**2, lambda: z**-2, lambda: z**0.5, lambda: 2**z, lambda: 0**z, lambda: 0j**-1, lambda: 0j**0, lambda: z//1, lambda: z%1, lambda: divmod(z,1), lambda: z<1, lambda: z==3+4j, lambda: z==3, lambda: 3+0j==3, lambda: 3==3+0j, lambda: z!=1, lambda: -z, lambda: +z, lambda: abs(z), lambda: ~z, lambda: z.real, lambda: z.imag, lambda: z.conjugate(), lambda: hash(z), lambda: hash(3+0j)==hash(3), lambda: int(z), lambda: float(z), lambda: bool(z), lambda: bool(0j), lambda: round(z), lambda: z.__add__(1), lambda: z.__add__("a"), lambda: z.__radd__(1), lambda: z.__divmod__(1), lambda: str(z), lambda: f"{z}", lambda: f"{z:.2f}", lambda: f"{z:10.3e}|", lambda: f"{z:<20}|", lambda: f"{z:=20}", lambda: f"{z:020}", lambda: f"{z:,}", lambda: f"{z:d}", lambda: f"{z:+}", lambda: f"{z:#.3g}", lambda: f"{1e10j:,.1f}", lambda: f"{z:%}", lambda: f"{z:s}", lambda: f"{z:n}", lambda: f"{-0j}", lambda: f"{1j:.3}", lambda: f"{z:^30.2F}|", lambda: z.__complex__(), lambda: z.__getnewargs__(), lambda: z.__bool__(), lambda: pow(z,2,3), lambda: "%d" % z, lambda: "%s" % z, lambda: "%f" % z, lambda: 1e200j**2, lambda: (1e308+1e308j)*10, lambda: abs(1e308+1.7e308j), lambda: z**101, lambda: z**100, lambda: (1+1j)**(2+3j), lambda: 10**400*1j, lambda: z.__eq__("a"), lambda: z.__lt__(1), lambda: z.__pow__(2,3), lambda: z in [3+4j], lambda: {3+0j:1}[3], lambda: sum([1j,2]), lambda: 1e16j, lambda: 1e-5j, lambda: 123456789.123j, lambda: complex(-0.0,-0.0), lambda: complex(0.0,-0.0), lambda: complex(float("nan"),float("inf")), lambda: complex(float("-inf"),float("nan")), lambda: (-1)**0.5, lambda: (-8)**(1/3), lambda: (-2.5)**2.5, lambda: True+1j, lambda: 1j-True]:
    t(f)
#=> (4+4j)
#=> (1.5+4j)
#=> (-2-4j)
#=> (-7+24j)
#=> (1.5+2j)
#=> (0.24-0.32j)
#=> ZeroDivisionError complex division by zero
#=> (-7+24j)
#=> (-0.0112-0.0384j)
#=> (2+1j)
#=> (-7.461496614688569+2.885492725513448j)
#=> ZeroDivisionError 0.0 to a negative or complex power
#=> ZeroDivisionError 0.0 to a negative or complex power
#=> (1+0j)
#=> TypeError unsupported operand type(s) for //: 'complex' and 'int'
#=> TypeError unsupported operand type(s) for %: 'complex' and 'int'
#=> TypeError unsupported operand type(s) for divmod(): 'complex' and 'int'
#=> TypeError '<' not supported between instances of 'complex' and 'int'
#=> True
#=> False
#=> True
#=> True
#=> True
#=> (-3-4j)
#=> (3+4j)
#=> 5.0
#=> TypeError bad operand type for unary ~: 'complex'
#=> 3.0
#=> 4.0
#=> (3-4j)
#=> 4000015
#=> True
#=> TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
#=> TypeError float() argument must be a string or a real number, not 'complex'
#=> True
#=> False
#=> TypeError type complex doesn't define __round__ method
#=> (4+4j)
#=> NotImplemented
#=> (4+4j)
#=> AttributeError 'complex' object has no attribute '__divmod__'
#=> '(3+4j)'
#=> '(3+4j)'
#=> '3.00+4.00j'
#=> '3.000e+00+4.000e+00j|'
#=> '(3+4j)              |'
#=> ValueError '=' alignment flag is not allowed in complex format specifier
#=> ValueError Zero padding is not allowed in complex format specifier
#=> '(3+4j)'
#=> ValueError Unknown format code 'd' for object of type 'complex'
#=> '(+3+4j)'
#=> '3.00+4.00j'
#=> '0.0+10,000,000,000.0j'
#=> ValueError Unknown format code '%' for object of type 'complex'
#=> ValueError Unknown format code 's' for object of type 'complex'
#=> '3+4j'
#=> '(-0-0j)'
#=> '1j'
#=> '          3.00+4.00j          |'
#=> (3+4j)
#=> (3.0, 4.0)
#=> True
#=> ValueError complex modulo
#=> TypeError %d format: a real number is required, not complex
#=> '(3+4j)'
#=> TypeError must be real number, not complex
#=> OverflowError complex exponentiation
#=> (inf+infj)
#=> OverflowError absolute value too large
#=> (3.2753692017791285e+70-2.1976111545698e+70j)
#=> (4.142651948233477e+68-7.87772410833036e+69j)
#=> (-0.16345093210735503+0.09600498360894892j)
#=> OverflowError int too large to convert to float
#=> NotImplemented
#=> NotImplemented
#=> ValueError complex modulo
#=> True
#=> 1
#=> (2+1j)
#=> 1e+16j
#=> 1e-05j
#=> 123456789.123j
#=> (-0-0j)
#=> -0j
#=> (nan+infj)
#=> (-inf+nanj)
#=> (6.123233995736766e-17+1j)
#=> (1.0000000000000002+1.7320508075688772j)
#=> (3.025525948859678e-15+9.882117688026186j)
#=> (1+1j)
#=> (-1+1j)

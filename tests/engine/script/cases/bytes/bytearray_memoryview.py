# What changes a bytearray, memory views, and classes that derive from bytes.

def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)


def m(f, init=b"hello"):
    b=bytearray(init)
    try: r=f(b); print(repr(r), b)
    except BaseException as e: print(type(e).__name__, e, b)

m(lambda b: b.append(65))  #=> None bytearray(b'helloA')
m(lambda b: b.append(256))  #=> ValueError byte must be in range(0, 256) bytearray(b'hello')
m(lambda b: b.append("a"))  #=> TypeError 'str' object cannot be interpreted as an integer bytearray(b'hello')
m(lambda b: b.extend(b"xy"))  #=> None bytearray(b'helloxy')
m(lambda b: b.extend([1,2]))  #=> None bytearray(b'hello\x01\x02')
m(lambda b: b.extend([1,300]))  #=> ValueError byte must be in range(0, 256) bytearray(b'hello')
m(lambda b: b.extend("a"))  #=> TypeError 'str' object cannot be interpreted as an integer bytearray(b'hello')
m(lambda b: b.extend(5))  #=> TypeError can't extend bytearray with int bytearray(b'hello')
m(lambda b: b.extend(b))  #=> None bytearray(b'hellohello')
m(lambda b: b.insert(1,65))  #=> None bytearray(b'hAello')
m(lambda b: b.insert(-100,65))  #=> None bytearray(b'Ahello')
m(lambda b: b.insert(100,65))  #=> None bytearray(b'helloA')
m(lambda b: b.insert(0,-1))  #=> ValueError byte must be in range(0, 256) bytearray(b'hello')
m(lambda b: b.insert("a",65))  #=> TypeError 'str' object cannot be interpreted as an integer bytearray(b'hello')
m(lambda b: b.pop())  #=> 111 bytearray(b'hell')
m(lambda b: b.pop(0))  #=> 104 bytearray(b'ello')
m(lambda b: b.pop(-2))  #=> 108 bytearray(b'helo')
m(lambda b: b.pop(9))  #=> IndexError pop index out of range bytearray(b'hello')
m(lambda b: b.pop(),b"")  #=> IndexError pop from empty bytearray bytearray(b'')
m(lambda b: b.remove(108))  #=> None bytearray(b'helo')
m(lambda b: b.remove(1))  #=> ValueError value not found in bytearray bytearray(b'hello')
m(lambda b: b.remove(300))  #=> ValueError byte must be in range(0, 256) bytearray(b'hello')
m(lambda b: b.remove("a"))  #=> TypeError 'str' object cannot be interpreted as an integer bytearray(b'hello')
m(lambda b: b.reverse())  #=> None bytearray(b'olleh')
m(lambda b: b.clear())  #=> None bytearray(b'')
m(lambda b: b.copy())  #=> bytearray(b'hello') bytearray(b'hello')
m(lambda b: b.__setitem__(0,65))  #=> None bytearray(b'Aello')
m(lambda b: b.__setitem__(9,65))  #=> IndexError bytearray index out of range bytearray(b'hello')
m(lambda b: b.__setitem__(0,256))  #=> ValueError byte must be in range(0, 256) bytearray(b'hello')
m(lambda b: b.__setitem__(0,"a"))  #=> TypeError 'str' object cannot be interpreted as an integer bytearray(b'hello')
m(lambda b: b.__setitem__("a",1))  #=> TypeError bytearray indices must be integers or slices, not str bytearray(b'hello')
m(lambda b: b.__setitem__(slice(1,3),b"XYZ"))  #=> None bytearray(b'hXYZlo')
m(lambda b: b.__setitem__(slice(1,3),[65]))  #=> None bytearray(b'hAlo')
m(lambda b: b.__setitem__(slice(1,3),"a"))  #=> TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256) bytearray(b'hello')
m(lambda b: b.__setitem__(slice(1,3),5))  #=> TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256) bytearray(b'hello')
m(lambda b: b.__setitem__(slice(None,None,2),b"XYZ"))  #=> None bytearray(b'XeYlZ')
m(lambda b: b.__setitem__(slice(None,None,2),b"XY"))  #=> ValueError attempt to assign bytes of size 2 to extended slice of size 3 bytearray(b'hello')
m(lambda b: b.__setitem__(slice(None),b))  #=> None bytearray(b'hello')
m(lambda b: b.__setitem__(slice(3,1),b"Q"))  #=> None bytearray(b'helQlo')
m(lambda b: b.__delitem__(0))  #=> None bytearray(b'ello')
m(lambda b: b.__delitem__(9))  #=> IndexError bytearray index out of range bytearray(b'hello')
m(lambda b: b.__delitem__(slice(1,3)))  #=> None bytearray(b'hlo')
m(lambda b: b.__delitem__(slice(None,None,2)))  #=> None bytearray(b'el')
m(lambda b: b.__delitem__(slice(None,None,-2)))  #=> None bytearray(b'el')
m(lambda b: b.__delitem__("a"))  #=> TypeError bytearray indices must be integers or slices, not str bytearray(b'hello')
m(lambda b: b.__iadd__(b"x"))  #=> bytearray(b'hellox') bytearray(b'hellox')
m(lambda b: b.__iadd__("x"))  #=> TypeError can't concat str to bytearray bytearray(b'hello')
m(lambda b: b.__imul__(2))  #=> bytearray(b'hellohello') bytearray(b'hellohello')
m(lambda b: b.__imul__(0))  #=> bytearray(b'') bytearray(b'')
m(lambda b: b.__imul__("a"))  #=> TypeError 'str' object cannot be interpreted as an integer bytearray(b'hello')
m(lambda b: b.__alloc__()>0)  #=> True bytearray(b'hello')
m(lambda b: b.__init__(b"new"))  #=> None bytearray(b'new')
m(lambda b: b.__setitem__(slice(0,2),b""))  #=> None bytearray(b'llo')
m(lambda b: b.__setitem__(slice(None,None,-1),b"abcde"))  #=> None bytearray(b'edcba')
m(lambda b: b.__setitem__(slice(0,0,2),b""))  #=> None bytearray(b'hello')
m(lambda b: b.__setitem__(slice(1,2),iter([1,2])))  #=> None bytearray(b'h\x01\x02llo')
b=bytearray(b"abc")
mv=memoryview(b)
t(lambda: b.append(1))  #=> BufferError Existing exports of data: object cannot be re-sized
t(lambda: b.__setitem__(0,88))  #=> None
t(lambda: mv[0])  #=> 88
t(lambda: mv.tolist())  #=> [88, 98, 99]
t(lambda: mv.tobytes())  #=> b'Xbc'
t(lambda: mv[1:].tobytes())  #=> b'bc'
t(lambda: mv.__setitem__(0,66))  #=> None
t(lambda: b)  #=> bytearray(b'Bbc')
t(lambda: mv.__setitem__(slice(0,2),b"ZZ"))  #=> None
t(lambda: b)  #=> bytearray(b'ZZc')
t(lambda: mv.__setitem__(slice(0,2),b"Z"))  #=> ValueError memoryview assignment: lvalue and rvalue have different structures
t(lambda: mv.release())  #=> None
t(lambda: mv[0])  #=> ValueError operation forbidden on released memoryview object
t(lambda: b.append(1))  #=> None
t(lambda: b)  #=> bytearray(b'ZZc\x01')
mv=memoryview(b"hello")
t(lambda: mv[0])  #=> 104
t(lambda: mv[9])  #=> IndexError index out of bounds on dimension 1
t(lambda: mv.__setitem__(0,1))  #=> TypeError cannot modify read-only memory
t(lambda: len(mv))  #=> 5
t(lambda: mv==b"hello")  #=> True
t(lambda: mv==memoryview(b"hello"))  #=> True
t(lambda: mv=="hello")  #=> False
t(lambda: hash(mv)==hash(b"hello"))  #=> True
t(lambda: mv[1:3]==b"el")  #=> True
t(lambda: mv[::-1].tobytes())  #=> b'olleh'
t(lambda: mv[::2].tolist())  #=> [104, 108, 111]
t(lambda: mv.readonly)  #=> True
t(lambda: mv.nbytes)  #=> 5
t(lambda: mv.itemsize)  #=> 1
t(lambda: mv.format)  #=> 'B'
t(lambda: mv.ndim)  #=> 1
t(lambda: mv.shape)  #=> (5,)
t(lambda: mv.strides)  #=> (1,)
t(lambda: mv.suboffsets)  #=> ()
t(lambda: mv.obj)  #=> b'hello'
t(lambda: mv.c_contiguous)  #=> True
t(lambda: mv.f_contiguous)  #=> True
t(lambda: mv.contiguous)  #=> True
t(lambda: mv.hex())  #=> '68656c6c6f'
t(lambda: mv.hex(":"))  #=> '68:65:6c:6c:6f'
t(lambda: bytes(mv))  #=> b'hello'
t(lambda: bytes(mv[::2]))  #=> b'hlo'
t(lambda: list(mv))  #=> [104, 101, 108, 108, 111]
t(lambda: 104 in mv)  #=> True
t(lambda: mv["a"])  #=> TypeError memoryview: invalid slice key
t(lambda: mv[1.5])  #=> TypeError memoryview: invalid slice key
t(lambda: memoryview("a"))  #=> TypeError memoryview: a bytes-like object is required, not 'str'
t(lambda: memoryview())  #=> TypeError memoryview() missing required argument 'object' (pos 1)
t(lambda: memoryview(5))  #=> TypeError memoryview: a bytes-like object is required, not 'int'
t(lambda: mv<mv)  #=> TypeError '<' not supported between instances of 'memoryview' and 'memoryview'
t(lambda: b"".join([mv,mv]))  #=> b'hellohello'
t(lambda: b"x"+mv)  #=> b'xhello'
t(lambda: mv+b"x")  #=> TypeError unsupported operand type(s) for +: 'memoryview' and 'bytes'
t(lambda: bytearray(b"x")+mv)  #=> bytearray(b'xhello')
t(lambda: b"hello".find(mv[1:3]))  #=> 1
t(lambda: b"hello".startswith(mv[:2]))  #=> True
t(lambda: int.from_bytes(mv[:2],"big"))  #=> 26725
t(lambda: bytes(memoryview(b"abc")[1:]))  #=> b'bc'
t(lambda: str(memoryview(b"abc"),"ascii"))  #=> 'abc'
t(lambda: list(reversed(mv)))  #=> [111, 108, 108, 101, 104]
t(lambda: mv.tolist("x"))  #=> TypeError memoryview.tolist() takes no arguments (1 given)
t(lambda: hash(memoryview(bytearray(b"a"))))  #=> ValueError cannot hash writable memoryview object
t(lambda: int(memoryview(b"12")))  #=> 12
t(lambda: float(memoryview(b"1.5")))  #=> 1.5
t(lambda: mv.__enter__() is mv)  #=> True
t(lambda: mv[()])  #=> NotImplementedError sub-views are not implemented
t(lambda: mv[...])  #=> TypeError memoryview: invalid slice key
t(lambda: b"abc"==memoryview(b"abc"))  #=> True
t(lambda: mv.nope)  #=> AttributeError 'memoryview' object has no attribute 'nope'
with memoryview(b"abc") as v: print(v[0])  #=> 97
t(lambda: v[0])  #=> ValueError operation forbidden on released memoryview object
t(lambda: len(v))  #=> ValueError operation forbidden on released memoryview object
t(lambda: v.tobytes())  #=> ValueError operation forbidden on released memoryview object
t(lambda: v==b"abc")  #=> False
t(lambda: v==v)  #=> True
t(lambda: hash(v))  #=> ValueError operation forbidden on released memoryview object
t(lambda: v.release())  #=> None
t(lambda: v.nbytes)  #=> ValueError operation forbidden on released memoryview object

class B2(bytes):
    def __repr__(s): return "B2!"


class BA(bytearray):
    def __init__(s,*a): super().__init__(*a); s.x=1

t(lambda: B2(b"ab"))  #=> B2!
t(lambda: B2(b"ab")+b"c")  #=> b'abc'
t(lambda: type(B2(b"ab").upper()).__name__)  #=> 'bytes'
t(lambda: BA(b"ab"))  #=> BA(b'ab')
t(lambda: BA(b"ab").x)  #=> 1
t(lambda: type(BA(b"ab")+b"c").__name__)  #=> 'bytearray'
t(lambda: BA(b"ab").append(3))  #=> None
t(lambda: B2.fromhex("61"))  #=> B2!
t(lambda: type(BA.fromhex("61")).__name__)  #=> 'BA'
t(lambda: bytes(B2(b"q")))  #=> b'q'
t(lambda: BA(b"ab")[0])  #=> 97
t(lambda: B2(b"abc")[1:])  #=> b'bc'
t(lambda: b"ab"+B2(b"x"))  #=> b'abx'
t(lambda: B2(b"x")==b"x")  #=> True
t(lambda: {B2(b"x"):1}[b"x"])  #=> 1
t(lambda: b",".join([B2(b"x"),B2(b"y")]))  #=> b'x,y'

class Y:
    def __bytes__(s): return b"Y!"


class Z:
    def __bytes__(s): return "Y!"


class W:
    def __index__(s): return 3

t(lambda: bytes(Y()))  #=> b'Y!'
t(lambda: bytes(Z()))  #=> TypeError __bytes__ returned non-bytes (type str)
t(lambda: bytearray(Y()))  #=> TypeError cannot convert 'Y' object to bytearray
t(lambda: bytes(W()))  #=> b'\x00\x00\x00'
t(lambda: bytearray(W()))  #=> bytearray(b'\x00\x00\x00')
t(lambda: bytes([W()]))  #=> b'\x03'
t(lambda: b"%b" % Y())  #=> b'Y!'
t(lambda: b"".join([Y()]))  #=> TypeError sequence item 0: expected a bytes-like object, Y found
t(lambda: b"abc"[W():])  #=> b''
t(lambda: b"abc"*W())  #=> b'abcabcabc'

# How what wraps a function shows itself.
class K:
    @staticmethod
    def s(): pass

    @classmethod
    def c(cls): pass


print(staticmethod(len), classmethod(len), repr(K.__dict__["s"]).split(" at ")[0], repr(K.__dict__["c"]).split(" at ")[0])
#=> <staticmethod(<built-in function len>)> <classmethod(<built-in function len>)> <staticmethod(<function K.s <classmethod(<function K.c

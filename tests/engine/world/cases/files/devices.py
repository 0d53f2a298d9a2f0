# The devices of /dev: nothing, zeros, and random bytes that are the same in each run.
import os

print(len(open("/dev/urandom", "rb").read(5)), open("/dev/zero", "rb").read(3))  #=> 5 b'\x00\x00\x00'
print(repr(open("/dev/null").read()), os.path.exists("/dev/null"))  #=> '' True
with open(os.devnull, "w") as nothing:
    print(nothing.write("hello"))  #=> 5
print(open(os.devnull).readlines())  #=> []

# open(), os, pathlib over the world's files.
import os, pathlib
with open("a.txt", "w") as f:
    print(f.write("one\ntwo\nthree\n"), f.name, f.mode, f.closed)
print(f.closed)
with open("a.txt") as f:
    for line in f:
        print(line.strip())
    print(repr(f.read()))
with open("a.txt", "ab") as f: f.write(b"four\n")
print(open("a.txt", "rb").read())
print(os.path.exists("a.txt"), os.path.getsize("a.txt"), os.path.exists("b"), os.path.isdir("."))
for bad in (("nope", "r"), ("a.txt", "q"), ("a.txt", "rw"), ("a.txt", "x"), ("no/x", "w"), (".", "r")):
    try: open(*bad)
    except Exception as e: print(type(e).__name__, e)
try: open("a.txt", "rb", encoding="utf8")
except ValueError as e: print(e)
os.makedirs("d/e", exist_ok=True)
p = pathlib.Path("d") / "f.txt"
p.write_text("hey")
print(p.read_text(), sorted(os.listdir("d")), p.stat().st_size, p.exists())
print(sorted(str(x) for x in pathlib.Path("d").iterdir()))
print([(a, sorted(b), sorted(c)) for a, b, c in os.walk("d")])
os.rename("a.txt", "b.txt"); print(os.path.exists("a.txt"), os.path.isfile("b.txt"))
try: os.remove("zzz")
except OSError as e: print(e)
try: os.mkdir("d")
except OSError as e: print(e)
try: os.rmdir("d")
except OSError as e: print(e)
with open("b.txt", "r+") as f:
    f.seek(0, 2); f.write("more"); f.seek(0); print(f.read().splitlines())
with open("b.txt") as f: print(f.readline(), f.readlines(), f)
try: f.read()
except ValueError as e: print(e)
import json, csv
with open("x.json", "w") as f: json.dump({"a": [1,2]}, f)
with open("x.json") as f: print(json.load(f))
with open("x.csv", "w", newline="") as f: csv.writer(f).writerows([[1,2],[3,4]])
with open("x.csv", newline="") as f: print(list(csv.reader(f)))
print(open)
print("hi", file=open("p.txt", "w")); print(open("p.txt").read())
#=> 14 a.txt w False
#=> True
#=> one
#=> two
#=> three
#=> ''
#=> b'one\ntwo\nthree\nfour\n'
#=> True 19 False True
#=> FileNotFoundError [Errno 2] No such file or directory: 'nope'
#=> ValueError invalid mode: 'q'
#=> ValueError must have exactly one of create/read/write/append mode
#=> FileExistsError [Errno 17] File exists: 'a.txt'
#=> FileNotFoundError [Errno 2] No such file or directory: 'no/x'
#=> IsADirectoryError [Errno 21] Is a directory: '.'
#=> binary mode doesn't take an encoding argument
#=> hey ['e', 'f.txt'] 3 True
#=> ['d/e', 'd/f.txt']
#=> [('d', ['e'], ['f.txt']), ('d/e', [], [])]
#=> False True
#=> [Errno 2] No such file or directory: 'zzz'
#=> [Errno 17] File exists: 'd'
#=> [Errno 39] Directory not empty: 'd'
#=> ['one', 'two', 'three', 'four', 'more']
#=> one
#=>  ['two\n', 'three\n', 'four\n', 'more'] <_io.TextIOWrapper name='b.txt' mode='r' encoding='UTF-8'>
#=> I/O operation on closed file.
#=> {'a': [1, 2]}
#=> [['1', '2'], ['3', '4']]
#=> <built-in function open>
#=> hi
#=>

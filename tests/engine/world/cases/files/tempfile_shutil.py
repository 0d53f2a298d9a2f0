# tempfile, shutil, pathlib, glob, os.pipe.
import tempfile, shutil, os, pathlib, glob
with tempfile.TemporaryDirectory() as d:
    p = pathlib.Path(d) / "a" / "b"; p.mkdir(parents=True); (p / "x.txt").write_text("x"); (p / "y.py").write_text("y")
    print(sorted(str(q.relative_to(d)) for q in pathlib.Path(d).rglob("*")))
    print([os.path.basename(q) for q in sorted(glob.glob(str(p) + "/*.txt"))])
    shutil.copytree(p, pathlib.Path(d) / "c"); shutil.copy(p / "x.txt", p / "z.txt"); shutil.move(str(p / "z.txt"), d)
    print(sorted(os.listdir(d)), sorted(e.name for e in os.scandir(d) if e.is_dir()))
    shutil.rmtree(p); print(p.exists())
print(os.path.exists(d))
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f:
    f.write("hi"); f.seek(0); print(f.read(), f.name.endswith(".txt"), os.path.exists(f.name))
print(os.path.exists(f.name), tempfile.gettempdir(), shutil.which("echo") is not None, shutil.which("nonono"))
with tempfile.TemporaryFile() as f: f.write(b"abc"); f.seek(1); print(f.read())
r, w = os.pipe(); os.write(w, b"pipe"); print(os.read(r, 10))
fd = os.open("low.txt", os.O_CREAT | os.O_WRONLY); os.write(fd, b"low"); os.close(fd); print(open("low.txt").read())
os.chdir("/tmp"); print(os.getcwd())
#=> ['a', 'a/b', 'a/b/x.txt', 'a/b/y.py']
#=> ['x.txt']
#=> ['a', 'c', 'z.txt'] ['a', 'c']
#=> False
#=> False
#=> hi True True
#=> False /tmp True None
#=> b'bc'
#=> b'pipe'
#=> low
#=> /tmp

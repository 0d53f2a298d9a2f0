# The module subprocess: run, Popen, check_output, errors.
import subprocess, sys, time
r = subprocess.run(["echo", "hi"], capture_output=True, text=True); print(r, r.stdout)
print(subprocess.check_output("echo $((1+2)) | cat", shell=True))
try: subprocess.run(["false"], check=True)
except subprocess.CalledProcessError as e: print(e, e.returncode, e.cmd)
try: subprocess.run(["sleep", "5"], timeout=0.3)
except subprocess.TimeoutExpired as e: print(e)
try: subprocess.run(["nope"])
except FileNotFoundError as e: print(e)
p = subprocess.Popen(["sh", "-c", "for i in 1 2 3; do echo line $i; sleep 0.1; done; exit 7"], stdout=subprocess.PIPE, text=True, bufsize=1)
for line in p.stdout: print("got", line.rstrip())
print(p.wait(), p.poll(), p.returncode)
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(p.communicate(b"data"), p.returncode)
with subprocess.Popen(["sleep", "0.2"]) as p: print(p.poll())
print(p.returncode, p)
print(subprocess.getoutput("echo x; echo y"), subprocess.call("exit 3", shell=True))
p = subprocess.Popen(["sleep", "100"]); p.terminate(); print(p.wait(), p)
out = subprocess.run([sys.executable, "-c", "import sys, os\nfor l in sys.stdin: print(l.strip().upper())\nprint(sys.argv, os.environ.get('A'))", "x"], input="ab\ncd\n", text=True, capture_output=True, env={"A": "b"}); print(out.stdout, out.stderr)
out = subprocess.run([sys.executable, "-c", "1/0"], text=True, capture_output=True); print(out.returncode, out.stderr)
try: subprocess.run("exit 2", shell=True, check=True, capture_output=True)
except subprocess.CalledProcessError as e: print(repr(e), e.stderr)
import os
print(os.system("exit 3"), os.popen("echo hey").read())
print(subprocess.run("echo out; echo err 1>&2", shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout)
print(subprocess.run(["env"], env={"X": "1"}, capture_output=True).stdout)
with open("o.txt", "w") as f: subprocess.run(["echo", "tofile"], stdout=f)
print(open("o.txt").read())
p1 = subprocess.Popen(["seq", "1", "5"], stdout=subprocess.PIPE)
p2 = subprocess.Popen(["grep", "3"], stdin=p1.stdout, stdout=subprocess.PIPE)
p1.stdout.close(); print(p2.communicate()[0])
print(subprocess.run(["echo", "x"], stdout=subprocess.DEVNULL).stdout)
#=> CompletedProcess(args=['echo', 'hi'], returncode=0, stdout='hi\n', stderr='') hi
#=>
#=> b'3\n'
#=> Command '['false']' returned non-zero exit status 1. 1 ['false']
#=> Command '['sleep', '5']' timed out after 0.3 seconds
#=> [Errno 2] No such file or directory: 'nope'
#=> got line 1
#=> got line 2
#=> got line 3
#=> 7 7 7
#=> (b'data', None) 0
#=> None
#=> 0 <Popen: returncode: 0 args: ['sleep', '0.2']>
#=> x
#=> y 3
#=> -15 <Popen: returncode: -15 args: ['sleep', '100']>
#=> AB
#=> CD
#=> ['-c', 'x'] b
#=>  
#=> 1 Traceback (most recent call last):
#=>   File "<string>", line 1, in <module>
#=> ZeroDivisionError: division by zero
#=>
#=> CalledProcessError(2, 'exit 2') b''
#=> 768 hey
#=>
#=> b'out\nerr\n'
#=> b'X=1\n'
#=> tofile
#=>
#=> b'3\n'
#=> None

"""A killed `python -c` does nothing more: neither what comes after its sleep nor what follows its input."""
import subprocess
import sys
import time

code = """
import time
from time import sleep
try:
    for number in range(3):
        print(number, flush=True)
        time.sleep(1)
    sleep(10)
finally:
    print("never seen", flush=True)
"""
process = subprocess.Popen([sys.executable, "-c", code])
time.sleep(2.5)
process.kill()
print(process.wait())
time.sleep(20)
process = subprocess.Popen([sys.executable, "-c", "print(input()); print(input())"], stdin=subprocess.PIPE,
                           stdout=subprocess.PIPE, text=True)
process.stdin.write("a\n")
process.stdin.flush()
time.sleep(0.1)
process.terminate()
print(process.wait(), process.stdout.read())
print(subprocess.run([sys.executable, "-c", "import time, os; time.sleep(1); print(os.getpid() > 1000, time.time() > 0)"],
                     capture_output=True, text=True).stdout)

# What it prints:
#=> 0
#=> 1
#=> 2
#=> -9
#=> -15 
#=> True True
#=>

# Processes of asyncio: exec, shell, streams, kill.
import asyncio, sys
async def run(cmd):
    proc = await asyncio.create_subprocess_shell(cmd, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    stdout, stderr = await proc.communicate()
    print(f'[{cmd!r} exited with {proc.returncode}]')
    if stdout: print(f'[stdout]\n{stdout.decode()}')
    if stderr: print(f'[stderr]\n{stderr.decode()}')

async def get_py():
    code = 'import sys; print("hello from child"); print("oops", file=sys.stderr); sys.exit(3)'
    proc = await asyncio.create_subprocess_exec(sys.executable, '-c', code, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT)
    data = await proc.stdout.readline()
    print(data.decode('ascii').rstrip(), await proc.wait())

async def talk():
    proc = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    for w in (b"one\n", b"two\n"):
        proc.stdin.write(w); await proc.stdin.drain()
        print(await proc.stdout.readline())
    proc.stdin.close()
    await proc.stdin.wait_closed()
    print(await proc.wait(), await proc.stdout.read())
    proc = await asyncio.create_subprocess_exec("sort", "-r", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    print(await proc.communicate(b"a\nc\nb\n"))

async def main():
    await asyncio.gather(run('echo one; sleep 1; echo two'), run('sleep 0.5; echo "hello"'))
    await run('ls /zzz')
    await run('nosuchcommand x')
    await run('for i in 1 2 3; do echo $i; done | tail -n 1')
    await run('x=5; echo $((x*2+1)) ${y:-def} $(echo sub | tr a-z A-Z)')
    await run('if [ 1 -eq 1 ]; then echo one; else echo two; fi; echo err >&2')
    await run('seq 1 5 | grep -v 3 | wc -l; printf "%s-%d\\n" a 1 b 2')
    await run('echo hi > f.txt; cat f.txt; echo more >> f.txt; wc -l < f.txt; rm f.txt; cat f.txt')
    await talk()
    try: await asyncio.create_subprocess_exec("nosuch")
    except FileNotFoundError as e: print(e)
    p = await asyncio.create_subprocess_exec("sleep", "10")
    try: await asyncio.wait_for(p.wait(), 0.5)
    except asyncio.TimeoutError: p.kill(); print("killed", await p.wait(), p.returncode)
    try: p.kill()
    except ProcessLookupError as e: print("gone", repr(e))
asyncio.run(main())
#=> ['sleep 0.5; echo "hello"' exited with 0]
#=> [stdout]
#=> hello
#=>
#=> ['echo one; sleep 1; echo two' exited with 0]
#=> [stdout]
#=> one
#=> two
#=>
#=> ['ls /zzz' exited with 2]
#=> [stderr]
#=> ls: cannot access '/zzz': No such file or directory
#=>
#=> ['nosuchcommand x' exited with 127]
#=> [stderr]
#=> /bin/sh: 1: nosuchcommand: not found
#=>
#=> ['for i in 1 2 3; do echo $i; done | tail -n 1' exited with 0]
#=> [stdout]
#=> 3
#=>
#=> ['x=5; echo $((x*2+1)) ${y:-def} $(echo sub | tr a-z A-Z)' exited with 0]
#=> [stdout]
#=> 11 def SUB
#=>
#=> ['if [ 1 -eq 1 ]; then echo one; else echo two; fi; echo err >&2' exited with 0]
#=> [stdout]
#=> one
#=>
#=> [stderr]
#=> err
#=>
#=> ['seq 1 5 | grep -v 3 | wc -l; printf "%s-%d\\n" a 1 b 2' exited with 0]
#=> [stdout]
#=> 4
#=> a-1
#=> b-2
#=>
#=> ['echo hi > f.txt; cat f.txt; echo more >> f.txt; wc -l < f.txt; rm f.txt; cat f.txt' exited with 1]
#=> [stdout]
#=> hi
#=> 2
#=>
#=> [stderr]
#=> cat: f.txt: No such file or directory
#=>
#=> b'one\n'
#=> b'two\n'
#=> 0 b''
#=> (b'c\nb\na\n', None)
#=> [Errno 2] No such file or directory: 'nosuch'
#=> killed -9 -9
#=> gone ProcessLookupError()
